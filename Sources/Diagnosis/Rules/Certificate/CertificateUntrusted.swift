import FleetModel

extension Rule {
    /// Not trusted although the fleet file expects that.
    static let certificateUntrusted = Rule(
        "certificate-untrusted", .certificate, .warning, .certain, mark: .warning(.untrusted)
    ) { seen in
        guard seen.server.policy.expectsTrustedCertificate, seen.isUntrusted else { return nil }
        return Conclusion(
            short: "cert not trusted",
            medium: "not trusted, though that is expected",
            long: "The fleet file expects a trusted certificate, and this one leads to no authority that is "
                + "known here. Windows falls back to its self-signed certificate when the configured one "
                + "cannot be used.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.listBinding,
                Remedy.enrol,
                Remedy.bindCertificate,
                Remedy.trustAuthority,
            ])
    }
}
