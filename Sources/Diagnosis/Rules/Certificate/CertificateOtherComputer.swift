import FleetModel

extension Rule {
    /// A self-signed certificate that names another computer.
    static let certificateOtherComputer = Rule(
        "certificate-other-computer", .certificate, .warning, .possible, mark: .warning(.nameMismatch)
    ) { seen in
        // What the computer itself says in CredSSP is the better witness, and has a rule of its own.
        guard seen.nameVerdict == .otherComputer, !seen.answersAsAnotherComputer else { return nil }
        return Conclusion(
            short: "cert of another host",
            medium: "certificate names another computer",
            long: "The certificate that the computer made for itself carries another name. The name may be "
                + "an alias, or DNS may lead to the wrong machine.",
            evidence: seen.certificateEvidence + ["asked for \(seen.certificate?.askedName ?? seen.server.name)"],
            remedies: [
                Remedy(.check, at: .server, "Compare the address here with the server's own", run: "ipconfig /all"),
                Remedy.registerName,
                Remedy(.check, at: .server, "If the name is an alias, give the server a certificate with that name"),
            ])
    }
}
