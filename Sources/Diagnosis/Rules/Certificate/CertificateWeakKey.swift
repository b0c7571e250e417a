import FleetModel

extension Rule {
    /// A key that is too short.
    static let certificateWeakKey = Rule("certificate-weak-key", .certificate, .warning, .certain, mark: .failed(.weak))
    { seen in
        guard seen.has(.weakKey), let leaf = seen.certificate?.leaf else { return nil }
        return Conclusion(
            short: "cert key is weak",
            medium: "the certificate's key is weak",
            long: "The key of the certificate is too short or of a kind that clients refuse.",
            evidence: seen.certificateEvidence + ["key \(leaf.key)"],
            remedies: [
                Remedy.listBinding,
                Remedy.enrol,
                Remedy.bindCertificate,
            ])
    }
}
