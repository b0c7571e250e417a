import FleetModel

extension Rule {
    /// Signed with MD5, SHA-1 or something unknown.
    static let certificateWeakSignature = Rule(
        "certificate-weak-signature", .certificate, .warning, .certain, mark: .failed(.weak),
        symptoms: [Symptom.unusableCertificate],
        isNot: ["Not a key that the server cannot read: the handshake with it passed."]
    ) { seen in
        guard seen.has(.weakSignature), let leaf = seen.certificate?.leaf else { return nil }
        return Conclusion(
            short: "cert signature is weak",
            medium: "the certificate's signature is weak",
            long: "The certificate is signed with an algorithm that current clients may no longer accept.",
            evidence: seen.certificateEvidence + ["signature \(leaf.signatureAlgorithm)"],
            remedies: Remedy.newCertificate, isNot: seen.isNotBeforeTheCertificate)
    }
}
