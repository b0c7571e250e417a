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
        symptoms: [.gatewayUnreachable],
        isNot: [
            "Not the service or the certificate of the gateway: without an address neither was asked.",
            "Not 0x904: that code needs a connection that stood.",
        ],
        long: "Nobody who comes through the gateway can connect, because its name leads to no address from here. "
            + "Users elsewhere may ask other name servers and get through.",
        remedies: [
            Remedy(
                .check, at: .here, "Compare the host of the gateway in the fleet file with what the clients are set to"),
            Remedy(
                .check, at: .client, "If clients ask other name servers than this machine, ask those, too",
                run: "nslookup {gateway}"),
            Remedy(
                .fix, at: .dns, "On the name servers, put the record of {gateway} right", undo: "the record as it was"),
            Remedy.forgetAnswers,
        ])
}
