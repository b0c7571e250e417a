extension GatewayScenario {
    /// An HTTP proxy that stands in the way (RFC 9110, 15.5.8).
    package static let gatewayProxyAuthentication = GatewayScenario(
        "gateway-proxy-407", "A proxy wants its own credentials: 407",
        transport: .replying(
            HTTPReply(
                407, "Proxy Authentication Required",
                [
                    .init("Proxy-Authenticate", "Basic realm=\"proxy\""),
                    .init("Via", "1.1 proxy.demo.example (squid)"),
                    .init("Content-Type", "text/html"),
                ],
                body: "<html><title>Cache Access Denied</title></html>")),
        datagrams: .silent)
}
