extension Scenario {
    /// A middle box with a list of names, or without an understanding of the extension.
    package static let serverNameIntolerant = Scenario(
        "sni-intolerant", "Resets the connection when the ClientHello names the server",
        handshake: .completingWithout(.serverName, otherwise: .resetting))
}
