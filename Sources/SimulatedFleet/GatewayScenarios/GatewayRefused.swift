extension GatewayScenario {
    /// HTTP.sys has no binding, or a firewall rejects.
    package static let gatewayRefused = GatewayScenario(
        "gateway-refused", "Nothing listens: the connection is refused",
        listens: false, datagrams: .closed)
}
