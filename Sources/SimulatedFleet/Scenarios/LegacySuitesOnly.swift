extension Scenario {
    /// A server, or a box before it, from before 2016: fatal alert 40 for whoever offers anything newer beside these.
    package static let legacySuitesOnly = Scenario(
        "tls-legacy-only", "Takes only an offer of TLS 1.2 with CBC or RSA suites",
        handshake: .choosing(
            .legacySuites, otherwise: .sendingThenClosing([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28])))
}
