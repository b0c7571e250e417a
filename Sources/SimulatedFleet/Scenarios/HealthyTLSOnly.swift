extension Scenario {
    /// What xrdp with `security_layer=tls` does.
    package static let healthyTLSOnly = Scenario(
        "healthy-tls-only", "TLS without NLA, a certificate from the demo's authority",
        answer: .negotiating(.tlsOnly), datagrams: .closed)
}
