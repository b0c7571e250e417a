extension GatewayScenario {
    /// What a gateway does after authentication by design (MS-TSGU 3.3.5.1), and those with tokens do before it.
    package static let gatewayOpenEnded = GatewayScenario(
        "gateway-open-ended", "Answers 200 at once, without a length, and stays open",
        transport: .doing(
            .sending(
                Array("HTTP/1.1 200 OK\r\nServer: Microsoft-HTTPAPI/2.0\r\nConnection: close\r\n\r\n".utf8)
                    + [0xAB, 0xCD, 0xAB, 0xCD, 0xAB, 0xCD, 0xAB, 0xCD, 0xAB, 0xCD])),
        webSocket: .replying(.unauthorized), rpc: .replying(.unauthorized))
}
