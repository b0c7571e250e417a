import FleetModel

extension Rule {
    /// Less left than the warning threshold.
    static let certificateEnds = Rule("certificate-ends", .certificate, .warning, .certain, mark: .warning(.expired)) {
        seen in
        guard let left = seen.countdown, left < seen.server.policy.certificateWarning,
            left >= seen.server.policy.certificateCritical
        else { return nil }
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
