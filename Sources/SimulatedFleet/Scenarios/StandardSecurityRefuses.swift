extension Scenario {
    /// SecurityLayer = 0 on Windows: failure 2, SSL_NOT_ALLOWED_BY_SERVER.
    package static let standardSecurityRefuses = Scenario(
        "standard-security-only", "Only Standard RDP Security: refuses TLS with failure 2",
        answer: .negotiating(.standardOnly), datagrams: .closed)
}
