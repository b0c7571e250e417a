extension Scenario {
    /// CredSSP required, by a server that does not know the Early User Authorization Result.
    package static let nlaOnly = Scenario(
        "nla-only", "NLA required: selects HYBRID, and refuses a request for TLS alone with failure 5",
        answer: .negotiating(.nlaRequiredWithoutEarlyAuthorization), handshake: .completing(.only12),
        session: .challenging(ChallengeRecipe(build: .server2016)))
}
