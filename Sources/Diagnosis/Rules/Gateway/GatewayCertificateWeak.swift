import FleetModel

extension GatewayRule {
    /// Key, signature, usage or format of the certificate is not acceptable.
    static let gatewayCertificateWeak = GatewayRule(
        "gateway-certificate-weak", .certificate, .warning, .certain, mark: .failed(.weak),
        as: [
            .certificateWeakKey,
            .certificateWeakSignature,
            .certificateWrongUsage,
            .certificateUnreadable,
        ],
        long: "Clients may refuse a certificate with such a key, signature or usage, and with it the gateway.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
