import FleetModel

extension GatewayRule {
    /// Some addresses of the gateway fail.
    static let gatewaySomeAddresses = GatewayRule(
        "gateway-some-addresses", .tcp, .warning, .certain, mark: .warning(.timeout),
        as: [
            .tcpSomeAddresses
        ],
        long: "The name has several addresses, and clients that try the one that fails first must wait or fail.",
        remedies: [
            Remedy(.check, at: .dns, "If the address no longer belongs to the gateway, remove its record from DNS"),
            Remedy.gatewayService,
        ])
}
