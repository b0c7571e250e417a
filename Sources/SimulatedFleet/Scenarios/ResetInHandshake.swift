extension Scenario {
    /// Schannel cannot use the private key, or a filter cuts the handshake.
    package static let resetInHandshake = Scenario(
        "reset-in-handshake", "Resets the connection at the ClientHello",
        handshake: .answeringClientHello(.resetting))
}
