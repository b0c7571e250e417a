import FleetModel

extension GatewayRule {
    /// The name of the gateway leads to no address.
    static let gatewayName = GatewayRule(
        "gateway-name", .dns, .down, .likely,
        as: [
            .dnsNoSuchName,
            .dnsNoAddress,
            .dnsResolverError,
            .dnsSilent,
            .dnsMalformed,
        ],
        long: "Nobody who comes through the gateway can connect, because its name leads to no address from here. "
            + "Users may see 0x300000C.",
        remedies: [
            Remedy(
                .check, at: .here, "Compare the host of the gateway in the fleet file with what the clients are set to"),
            Remedy.forgetAnswers,
            Remedy(
                .check, at: .client, "If clients ask other name servers than this machine, ask those, too",
                run: "nslookup GATEWAY"),
        ])
}
