import FleetModel

extension GatewayRule {
    /// Some addresses of the gateway fail.
    static let gatewaySomeAddresses = GatewayRule(
        "gateway-some-addresses", .tcp, .warning, .certain, mark: .warning(.timeout),
        as: [
            .tcpSomeAddresses
        ],
        symptoms: [
            Symptom(
                [UserCode(0x300_000C), UserCode(0x300_000D)],
                "some attempts wait or fail, others get through", .possible)
        ],
        isNot: ["Not a fault of the clients that fail: which address they get is chance."],
        long: "The name has several addresses, and clients that try the one that fails first must wait or fail.",
        remedies: [
            Remedy.gatewayService,
            Remedy.gatewayPath,
            Remedy(
                .fix, at: .dns,
                "On the name servers, if the address no longer belongs to the gateway, remove its record",
                undo: "put the record back"),
        ])
}
