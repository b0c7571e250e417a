extension GatewayScenario {
    /// A web server whose certificate carries the right name.
    package static let gatewayWithoutRole = GatewayScenario(
        "gateway-without-role", "IIS without the gateway role: 404",
        transport: .replying(.notFound), datagrams: .closed)
}
