import FleetModel

extension Rule {
    /// Less left than the critical threshold.
    static let certificateEndsSoon = Rule(
        "certificate-ends-soon", .certificate, .critical, .certain, mark: .warning(.expired)
    ) { seen in
        guard let left = seen.countdown, left < seen.server.policy.certificateCritical else { return nil }
        return Conclusion(
            short: "cert ends in \(left.compact)",
            medium: "certificate ends in \(left.compact)",
            long: "The certificate has \(left.spoken) left, and nothing renews it by itself as far as can "
                + "be seen.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.listBinding,
                Remedy.enrol,
                Remedy.bindCertificate,
            ])
    }
}
