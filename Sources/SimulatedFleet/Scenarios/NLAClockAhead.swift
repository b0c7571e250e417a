import FleetModel

extension Scenario {
    /// More than the 5 minutes that Kerberos tolerates.
    package static let nlaClockAhead = Scenario(
        "nla-clock-ahead", "Its clock is 10 minutes ahead",
        session: .challenging(ChallengeRecipe(clockOffset: .minutes(10))))
}
