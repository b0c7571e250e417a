import FleetModel

extension GatewayRule {
    /// The certificate of the gateway could not be had.
    static let gatewayCertificateFailed = GatewayRule(
        "gateway-certificate-failed", .certificate, .warning, .certain,
        as: [
            .certificateFailed
        ],
        long: "The certificate of the gateway could not be read.",
        remedies: [
            Remedy.gatewayCertificate
        ])
}
