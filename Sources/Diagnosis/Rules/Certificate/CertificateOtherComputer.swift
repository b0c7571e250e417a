import FleetModel

extension Rule {
    /// A self-signed certificate that names another computer.
    static let certificateOtherComputer = Rule(
        "certificate-other-computer", .certificate, .warning, .possible, mark: .warning(.nameMismatch),
        symptoms: [
            Symptom.certificateWarning,
            Symptom(
                [UserCode(0x8009_0322)], "the target principal name is incorrect, where Kerberos is used", .possible),
        ],
        isNot: ["Not proof of a wrong machine: an alias, or a computer that was renamed, looks the same."]
    ) { seen in
        // What the computer itself says in CredSSP is the better witness, and has rules of its own.
        guard seen.nameVerdict == .otherComputer, !seen.answersAsAnotherComputer, !seen.certificateNamesAnotherThanNTLM
        else { return nil }
        return Conclusion(
            short: "cert of another host",
            medium: "certificate names another computer",
            long: "The certificate that the computer made for itself carries another name. The name may be "
                + "an alias, or DNS may lead to the wrong machine.",
            evidence: seen.certificateEvidence + ["asked for \(seen.certificate?.askedName ?? seen.server.name)"],
            remedies: [
                Remedy.ownAddresses,
                Remedy.registerName,
                Remedy(.fix, at: .server, "If the name is an alias, give the server a certificate with that name"),
            ])
    }
}
