extension Scenario {
    /// A middle box from before 2018.
    package static let tls13Intolerant = Scenario(
        "tls13-intolerant", "Resets the connection when the ClientHello offers TLS 1.3",
        handshake: .completingWithout(.tls13, otherwise: .resetting))
}
