import FleetModel

extension Rule {
    /// A self-signed certificate of Windows' shape that names another computer than NTLM does.
    static let certificateNotTheComputers = Rule(
        "certificate-not-the-computers", .certificate, .warning, .possible, mark: .warning(.nameMismatch),
        symptoms: [Symptom.certificateWarning, Symptom.wrongBindings],
        isNot: ["Not proof of an attack: a computer keeps its self-signed certificate when it is renamed."]
    ) { seen in
        guard seen.certificateNamesAnotherThanNTLM, let facts = seen.credSSP else { return nil }
        let name = [facts.dnsComputerName, facts.computerName].compactMap { $0 }.first { !$0.isEmpty }
        return Conclusion(
            short: "cert of another host",
            medium: "the cert names another than NTLM does",
            long: "The computer calls itself by one name, and the self-signed certificate in front of it carries "
                + "another. It was renamed since, or something between ends TLS with a certificate of its own: a bastion, "
                + "a proxy, or somebody who listens.",
            evidence: seen.certificateEvidence
                + (name.map { ["NTLM: the computer calls itself \(CleanText.clean($0, limit: 100))"] } ?? []),
            remedies: [
                Remedy.selfSignedOnServer,
                Remedy.compareNearby,
                Remedy(
                    .fix, at: .server, for: .windows,
                    "If it was renamed, delete the old certificate and let the service make another",
                    run: Remedy.newSelfSigned.command, risk: "clients see a new certificate once"),
                Remedy.inspection,
            ])
    }
}
