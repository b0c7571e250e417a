extension Scenario {
    /// Schannel without a usable certificate or protocol.
    package static let closesInHandshake = Scenario(
        "closes-in-handshake", "Closes at the ClientHello", handshake: .answeringClientHello(.closing))
}
