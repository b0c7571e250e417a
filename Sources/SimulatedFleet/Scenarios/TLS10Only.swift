extension Scenario {
    /// Windows Server 2008 without its updates.
    package static let tls10Only = Scenario(
        "tls-1.0-only", "Speaks TLS 1.0 and nothing newer", handshake: .completing(.only10),
        session: .challenging(ChallengeRecipe(build: .server2008R2)), datagrams: .closed)
}
