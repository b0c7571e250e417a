extension Scenario {
    /// Fatal alert 80 (RFC 8446, 6.2): Schannel cannot use the private key.
    package static let internalError = Scenario(
        "tls-alert-80", "Answers the ClientHello with alert 80, internal_error",
        handshake: .answeringClientHello(.sendingThenClosing([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x50])))
}
