import FleetModel

extension Rule {
    /// Less left than the warning threshold.
    static let certificateEnds = Rule(
        "certificate-ends", .certificate, .warning, .certain, mark: .warning(.expired),
        symptoms: [Symptom.nothingUntilItEnds], isNot: ["Not in anybody's way yet: the certificate is valid today."]
    ) { seen in
        guard let left = seen.countdown, left < seen.server.policy.certificateWarning,
            left >= seen.server.policy.certificateCritical
        else { return nil }
        return seen.certificateEnds(in: left)
    }
}
