extension Scenario {
    /// A server that was never joined to the domain, or fell out of it.
    package static let nlaWorkgroup = Scenario(
        "nla-workgroup", "Its NTLM challenge says that it stands in a workgroup",
        session: .challenging(ChallengeRecipe(membership: .workgroup)))
}
