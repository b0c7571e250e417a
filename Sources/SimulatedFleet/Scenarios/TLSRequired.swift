import RDPWire

extension Scenario {
    /// Failure 1, SSL_REQUIRED_BY_SERVER.
    package static let tlsRequired = Scenario(
        "negotiation-failure-1", "Refuses with failure 1: TLS required",
        answer: .negotiating(.refusing(.sslRequiredByServer)))
}
