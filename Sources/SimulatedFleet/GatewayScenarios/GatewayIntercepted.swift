extension GatewayScenario {
    /// Channel bindings fail behind such a device even where its certificate is trusted.
    package static let gatewayIntercepted = GatewayScenario(
        "gateway-intercepted", "TLS is broken open on the way: another authority, a Via header",
        certificate: CertificateRecipe(issuer: .unknownAuthority),
        transport: .replying(HTTPReply.unauthorized.with(.init("Via", "1.1 inspect.demo.example"))), datagrams: .silent)
}
