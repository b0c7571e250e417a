import FleetModel

extension Scenario {
    /// Healthy, but far away or busy.
    package static let slow = Scenario(
        "slow", "Healthy, but thinks for 400 ms before it confirms",
        answer: .negotiating(.nlaRequired, delay: .milliseconds(400)))
}
