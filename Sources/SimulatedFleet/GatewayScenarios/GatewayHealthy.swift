extension GatewayScenario {
    /// What a current gateway does with somebody who has no credentials.
    package static let gatewayHealthy = GatewayScenario(
        "gateway-healthy", "Asks for Negotiate or NTLM on all transports, DTLS answers")
}
