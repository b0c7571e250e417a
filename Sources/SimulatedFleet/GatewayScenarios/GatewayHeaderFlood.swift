extension GatewayScenario {
    /// A response whose head never ends.
    package static let gatewayHeaderFlood = GatewayScenario(
        "gateway-header-flood", "Answers with 100 MB of headers",
        transport: .doing(
            .flooding(
                head: Array("HTTP/1.1 401 Unauthorized\r\n".utf8),
                unit: Array("X-Filler: 0123456789abcdef0123456789abcdef\r\n".utf8), byteCount: 100_000_000)))
}
