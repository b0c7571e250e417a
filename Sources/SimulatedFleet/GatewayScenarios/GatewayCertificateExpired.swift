import FleetModel

extension GatewayScenario {
    /// Clients refuse the gateway, and with it everything behind it.
    package static let gatewayCertificateExpired = GatewayScenario(
        "gateway-certificate-expired", "Its certificate expired 2 days ago",
        certificate: CertificateRecipe(begins: .days(-367), ends: .days(-2) - .hours(3)))
}
