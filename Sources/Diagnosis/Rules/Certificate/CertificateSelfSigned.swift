import FleetModel

extension Rule {
    /// Self-signed where nothing else is expected.
    static let certificateSelfSigned = Rule(
        "certificate-self-signed", .certificate, .note, .certain, symptoms: [Symptom.certificateWarning],
        isNot: ["Not why a connection fails, unless clients are set to connect to verified servers only."]
    ) { seen in
        guard seen.certificate?.trust == .selfSigned, !seen.expectsAnotherCertificate, seen.expiredSince == nil else {
            return nil
        }
        return Conclusion(
            short: "cert self-signed",
            medium: "certificate is self-signed",
            long: "Clients cannot verify who the server is and ask users to accept it. That is the state of "
                + "every server without a certificate of an authority.",
            evidence: seen.certificateEvidence,
            remedies: [Remedy.nothingUnlessNoWarning])
    }
}
