extension GatewayScenario {
    /// Outlook Anywhere uses the same path for RPC, so that this looks like a gateway to old clients.
    package static let gatewayExchange = GatewayScenario(
        "gateway-exchange", "An Exchange server answers: 302 to /owa",
        transport: .replying(
            HTTPReply(
                302, "Found",
                [
                    .init("Location", "https://mail.demo.example/owa/"), .init("Server", "Microsoft-IIS/10.0"),
                    .init("X-FEServer", "MAIL01"),
                ])),
        rpc: .replying(.unauthorized), datagrams: .closed)
}
