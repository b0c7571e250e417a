extension GatewayScenario {
    /// The certificate was renewed for HTTPS alone.
    package static let gatewayDTLSOtherCertificate = GatewayScenario(
        "gateway-dtls-certificate", "Healthy, but DTLS shows the certificate of another name",
        datagrams: .answering(CertificateRecipe(names: .other("old-gateway.demo.example"))))
}
