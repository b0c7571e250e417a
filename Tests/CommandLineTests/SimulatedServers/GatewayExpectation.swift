/// What should be said of one gateway.
struct GatewayExpectation: Sendable {
    /// The signs of dns, tcp, tls, certificate, udp and gateway; the other three are not of gateways.
    let signs: String
    let state: String
    /// The rule of the headline; nil when there is nothing to say.
    var rule: String?

    /// The truth table of the simulated gateways, by their scenarios.
    static let byScenario: [String: GatewayExpectation] = [
        "gateway-healthy": .init(signs: "......", state: "ok"),
        "gateway-slow": .init(signs: "......", state: "ok"),
        // DTLS shows a newer certificate, which is one more thing to tell.
        "gateway-certificate-expired": .init(signs: "...E!.", state: "down", rule: "gateway-certificate-expired"),
        "gateway-refused": .init(signs: ".R::::", state: "down", rule: "gateway-tcp"),
        "gateway-backend-down": .init(signs: "....RS", state: "down", rule: "gateway-server-error"),
        "gateway-intercepted": .init(signs: "...!T.", state: "warning", rule: "gateway-certificate-untrusted"),
        "gateway-without-role": .init(signs: "....RP", state: "down", rule: "gateway-not-here"),
        "gateway-exchange": .init(signs: "....RP", state: "down", rule: "gateway-application"),
        "gateway-proxy-407": .init(signs: "....TB", state: "down", rule: "gateway-proxy-log-on"),
        "gateway-proxy-403": .init(signs: "....TP", state: "down", rule: "gateway-not-here"),
        "gateway-foreign-auth": .init(signs: "....R!", state: "warning", rule: "gateway-authentication"),
        // As a gateway does that authenticates inside the tunnel.
        "gateway-open-ended": .init(signs: "......", state: "ok"),
        "gateway-websocket-refused": .init(signs: "......", state: "ok", rule: "gateway-web-socket"),
        "gateway-header-flood": .init(signs: ".....P", state: "down", rule: "gateway-failed"),
        "gateway-endless-body": .init(signs: "......", state: "ok"),
        "gateway-dtls-silent": .init(signs: "....T.", state: "ok", rule: "gateway-dtls"),
        "gateway-dtls-certificate": .init(
            signs: "....!.", state: "warning", rule: "gateway-dtls-certificate-differs"),
    ]
}
