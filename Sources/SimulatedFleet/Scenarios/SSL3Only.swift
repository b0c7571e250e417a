extension Scenario {
    /// A server that nobody has touched since 2014; Schannel resets when no version is in common.
    package static let ssl3Only = Scenario(
        "ssl3-only", "Answers only an offer of SSL 3.0, with RC4 or 3DES",
        handshake: .choosing(.ssl30, otherwise: .resetting))
}
