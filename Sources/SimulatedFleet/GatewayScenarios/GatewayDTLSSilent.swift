extension GatewayScenario {
    /// UDP 3391 is not open in the firewall: sessions are slower, none fails.
    package static let gatewayDTLSSilent = GatewayScenario(
        "gateway-dtls-silent", "Healthy, but its DTLS port says nothing",
        datagrams: .silent)
}
