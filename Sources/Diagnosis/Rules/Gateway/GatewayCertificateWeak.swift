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
        symptoms: [.gatewayPerhapsNotVerified],
        isNot: ["Not the certificates of the servers behind it: clients check those apart."],
        long: "Clients may refuse a certificate with such a key, signature or usage, and with it the gateway.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
