extension GatewayScenario {
    /// Clients fall back to two connections, one for each direction.
    package static let gatewayWebSocketRefused = GatewayScenario(
        "gateway-websocket-refused", "A load balancer refuses the upgrade to WebSocket: 400",
        webSocket: .replying(HTTPReply(400, "Bad Request", [.init("Server", "lb")])))
}
