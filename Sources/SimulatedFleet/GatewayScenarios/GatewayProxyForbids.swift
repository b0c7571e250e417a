extension GatewayScenario {
    /// A web application firewall that does not know the method.
    package static let gatewayProxyForbids = GatewayScenario(
        "gateway-proxy-403", "A filter answers with a page of its own: 403",
        transport: .replying(
            HTTPReply(
                403, "Forbidden",
                [.init("Content-Type", "text/html"), .init("Via", "1.1 waf.demo.example"), .init("X-Cache", "MISS")],
                body: "<html><body><h1>Request rejected</h1>Support ID: 4711</body></html>")),
        datagrams: .silent)
}
