extension Scenario {
    /// A stale DNS record, or a load balancer that leads elsewhere.
    package static let nlaAnotherMachine = Scenario(
        "nla-another-machine", "Its NTLM challenge carries the names of another computer",
        session: .challenging(ChallengeRecipe(names: .other("rdsh-old-007"))))
}
