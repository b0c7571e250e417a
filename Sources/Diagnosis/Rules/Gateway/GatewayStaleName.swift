import FleetModel

extension GatewayRule {
    /// The resolver is silent, and an old address is used.
    static let gatewayStaleName = GatewayRule(
        "gateway-stale-name", .dns, .warning, .certain,
        as: [
            .dnsStale
        ],
        long: "The resolver does not answer, so the gateway is probed at the address of an earlier answer. It may "
            + "have moved.",
        remedies: [
            Remedy(
                .check, at: .here, "Check the name servers of the machine that runs rdptop", run: "nslookup {gateway}",
                in: .sh)
        ])
}
