extension GatewayScenario {
    /// Service TSGateway stopped, or its application pool.
    package static let gatewayBackendDown = GatewayScenario(
        "gateway-backend-down", "HTTP.sys answers 503: the gateway service behind it is stopped",
        transport: .replying(
            HTTPReply(
                503, "Service Unavailable",
                [
                    .init("Content-Type", "text/html; charset=us-ascii"), .init("Server", "Microsoft-HTTPAPI/2.0"),
                    .init("Retry-After", "5"),
                ],
                body: "<HTML><BODY><h2>Service Unavailable</h2></BODY></HTML>")),
        datagrams: .closed)
}
