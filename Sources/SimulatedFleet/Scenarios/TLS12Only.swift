extension Scenario {
    /// Windows Server 2019 and older.
    package static let tls12Only = Scenario(
        "tls-1.2-only", "Speaks TLS 1.2 only", handshake: .completing(.only12),
        session: .challenging(ChallengeRecipe(build: .server2019)))
}
