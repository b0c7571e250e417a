import FleetModel

extension GatewayRule {
    /// The resolver is silent, and an old address is used.
    static let gatewayStaleName = GatewayRule(
        "gateway-stale-name", .dns, .warning, .certain,
        as: [
            .dnsStale
        ],
        symptoms: [
            Symptom(
                [UserCode(0x300_000C)],
                "the gateway is said to be unreachable, by clients that ask the same name servers",
                .possible)
        ],
        isNot: ["Not a fault of the gateway: it is the name servers that are silent."],
        long: "The resolver does not answer, so the gateway is probed at the address of an earlier answer. It may "
            + "have moved.",
        remedies: [
            Remedy(
                .check, at: .here, "Ask the name servers of the machine that runs rdptop", run: "nslookup {gateway}",
                in: .sh),
            Remedy(.check, at: .client, "On a client, ask its own name servers", run: "nslookup {gateway}"),
        ])
}
