import FleetModel

extension GatewayScenario {
    /// Far away or busy.
    package static let gatewaySlow = GatewayScenario(
        "gateway-slow", "Healthy, but thinks for 500 ms before each answer",
        delay: .milliseconds(500))
}
