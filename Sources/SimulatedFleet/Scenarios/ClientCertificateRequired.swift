import RDPWire

extension Scenario {
    /// Failure 6, SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER.
    package static let clientCertificateRequired = Scenario(
        "negotiation-failure-6", "Refuses with failure 6: TLS with a client certificate required",
        answer: .negotiating(.refusing(.sslWithUserAuthenticationRequiredByServer)))
}
