import FleetModel

extension GatewayRule {
    /// The certificate of the gateway is past its end.
    static let gatewayCertificateExpired = GatewayRule(
        "gateway-certificate-expired", .certificate, .down, .certain, mark: .failed(.expired),
        as: [
            .certificateExpired
        ],
        symptoms: [.gatewayCertificateEnded],
        isNot: [
            "Not the certificates of the servers behind it: clients check those apart.",
            "Not RDGClientTransport: both transports show this certificate.",
        ],
        long: "Clients refuse a gateway whose certificate has expired, so nobody gets through. Nothing renews it by "
            + "itself as far as can be seen.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
