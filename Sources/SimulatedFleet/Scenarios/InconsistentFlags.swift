import RDPWire

extension Scenario {
    /// Failure 4, INCONSISTENT_FLAGS.
    package static let inconsistentFlags = Scenario(
        "negotiation-failure-4", "Refuses with failure 4: inconsistent flags",
        answer: .negotiating(.refusing(.inconsistentFlags)))
}
