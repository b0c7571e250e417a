import FleetModel

extension Rule {
    /// The server did not send an intermediate certificate.
    static let certificateIncompleteChain = Rule(
        "certificate-incomplete-chain", .certificate, .warning, .certain, mark: .warning(.untrusted),
        symptoms: [Symptom.certificateWarning, Symptom.untrustedRoot],
        isNot: [
            "Not an authority that is missing on the clients: the server left out what leads to it.",
            "Not in the way of clients that have the missing certificate already.",
        ]
    ) { seen in
        guard seen.lacksIntermediate else { return nil }
        return Conclusion(
            short: "cert chain incomplete",
            medium: "the server sends an incomplete chain",
            long: "A certificate between the server's own and the authority was not sent. Clients that "
                + "neither have it nor can fetch it cannot verify the server.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.listBinding,
                Remedy.xrdpCertificate,
                Remedy.intermediates,
                Remedy.newXrdpCertificate,
                Remedy.restartService,
            ])
    }
}
