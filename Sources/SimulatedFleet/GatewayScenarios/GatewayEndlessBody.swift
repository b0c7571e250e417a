extension GatewayScenario {
    /// A chunked body that never ends (RFC 9112, 7.1).
    package static let gatewayEndlessBody = GatewayScenario(
        "gateway-endless-body", "Answers 401 with 100 MB in chunks",
        transport: .doing(
            .flooding(
                head: Array(
                    """
                    HTTP/1.1 401 Unauthorized\r
                    WWW-Authenticate: Negotiate\r
                    WWW-Authenticate: NTLM\r
                    Transfer-Encoding: chunked\r
                    \r

                    """.utf8),
                unit: Array("20\r\n0123456789abcdef0123456789abcdef\r\n".utf8), byteCount: 100_000_000)))
}
