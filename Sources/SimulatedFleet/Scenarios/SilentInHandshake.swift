extension Scenario {
    /// Packets above a certain size get lost on the way, or the service hangs.
    package static let silentInHandshake = Scenario(
        "silent-in-handshake", "Never answers the ClientHello", handshake: .answeringClientHello(.stayingSilent))
}
