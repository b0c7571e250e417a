import FleetModel

extension Rule {
    /// Less left than the critical threshold.
    static let certificateEndsSoon = Rule(
        "certificate-ends-soon", .certificate, .critical, .certain, mark: .warning(.expired),
        symptoms: [Symptom.nothingUntilItEnds], isNot: ["Not in anybody's way yet: the certificate is valid today."]
    ) { seen in
        guard let left = seen.countdown, left < seen.server.policy.certificateCritical else { return nil }
        return seen.certificateEnds(in: left)
    }
}
