import FleetModel

extension GatewayRule {
    /// The certificate of the gateway leads to no authority that is trusted here.
    static let gatewayCertificateUntrusted = GatewayRule(
        "gateway-certificate-untrusted", .certificate, .warning, .possible, mark: .warning(.untrusted),
        as: [
            .certificateUntrusted,
            .certificatePathRefused,
            .certificateSelfSigned,
            .certificateUnknownAuthority,
        ],
        symptoms: [.gatewayNotVerified],
        isNot: [
            "Not a mere warning as with servers: at a gateway, clients refuse what they cannot verify.",
            "Not RDGClientTransport: both transports show this certificate.",
        ],
        long: "Clients refuse a gateway whose certificate they cannot verify, and this machine cannot. The clients "
            + "may know an authority that this machine does not.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.gatewayCertificateShown,
            Remedy.trustGatewayAuthority,
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
