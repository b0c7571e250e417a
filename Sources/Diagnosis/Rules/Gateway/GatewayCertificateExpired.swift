import FleetModel

extension GatewayRule {
    /// The certificate of the gateway is past its end.
    static let gatewayCertificateExpired = GatewayRule(
        "gateway-certificate-expired", .certificate, .down, .certain, mark: .failed(.expired),
        as: [
            .certificateExpired
        ],
        long: "Clients refuse a gateway whose certificate has expired, so nobody gets through. Users may see "
            + "0x3000003 or 0x3000007.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
