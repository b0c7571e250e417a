extension Scenario {
    /// Its last updates, paid ones included, came in January 2023.
    package static let nlaOutOfSupport = Scenario(
        "nla-out-of-support", "Windows Server 2008 R2, long out of support",
        answer: .negotiating(.nlaRequiredWithoutEarlyAuthorization), handshake: .completing(.only12),
        session: .challenging(ChallengeRecipe(build: .server2008R2)))
}
