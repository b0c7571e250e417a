extension Scenario {
    /// What a current Windows Server with an enterprise certificate does.
    package static let healthy = Scenario(
        "healthy", "NLA with HYBRID_EX, TLS 1.3, a certificate from the demo's authority")
}
