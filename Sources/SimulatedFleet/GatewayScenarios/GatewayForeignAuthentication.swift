extension GatewayScenario {
    /// Pre-authentication in front of the gateway, or a gateway that is none of Windows.
    package static let gatewayForeignAuthentication = GatewayScenario(
        "gateway-foreign-auth", "Asks for Bearer and Basic only",
        transport: .replying(
            HTTPReply(
                401, "Unauthorized",
                [
                    .init("Server", "portal"), .init("WWW-Authenticate", "Bearer"),
                    .init("WWW-Authenticate", "Basic realm=\"portal\""),
                ])),
        datagrams: .closed)
}
