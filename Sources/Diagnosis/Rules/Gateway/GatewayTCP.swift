import FleetModel

extension GatewayRule {
    /// The HTTPS port of the gateway cannot be reached.
    static let gatewayTCP = GatewayRule(
        "gateway-tcp", .tcp, .down, .possible,
        as: [
            .tcpRefused,
            .tcpPossiblyBlocked,
            .tcpSilent,
            .tcpReset,
            .tcpClosed,
            .tcpHostUnreachable,
            .tcpNoRoute,
        ],
        long: "Nobody who comes through the gateway can connect, because its HTTPS port does not let a connection "
            + "stand. The service may be stopped, the host off, or a firewall or load balancer between in the way. "
            + "Users may see 0x300000C or 0x300000D.",
        remedies: [
            Remedy.gatewayService,
            Remedy.gatewayPort,
            Remedy.gatewayPath,
            Remedy.startGatewayService,
        ])
}
