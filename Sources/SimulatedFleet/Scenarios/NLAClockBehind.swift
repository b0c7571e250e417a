import FleetModel

extension Scenario {
    /// A virtual machine that was restored, or that has lost its time source.
    package static let nlaClockBehind = Scenario(
        "nla-clock-behind", "Its clock is a day behind",
        session: .challenging(ChallengeRecipe(clockOffset: .days(-1))))
}
