extension Scenario {
    /// Fatal alert 40 (RFC 8446, 6.2): no cipher suite or group in common.
    package static let handshakeFailure = Scenario(
        "tls-alert-40", "Answers the ClientHello with alert 40, handshake_failure",
        handshake: .answeringClientHello(.sendingThenClosing([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28])))
}
