import FleetModel

extension Rule {
    /// A key that is too short.
    static let certificateWeakKey = Rule(
        "certificate-weak-key", .certificate, .warning, .certain, mark: .failed(.weak),
        symptoms: [Symptom.unusableCertificate],
        isNot: ["Not a key that the server cannot read: the handshake with it passed."]
    ) { seen in
        guard seen.has(.weakKey), let leaf = seen.certificate?.leaf else { return nil }
        return Conclusion(
            short: "cert key is weak",
            medium: "the certificate's key is weak",
            long: "The key of the certificate is too short, or of a kind that current clients may refuse.",
            evidence: seen.certificateEvidence + ["key \(leaf.key)"],
            remedies: Remedy.newCertificate, isNot: seen.isNotBeforeTheCertificate)
    }
}
