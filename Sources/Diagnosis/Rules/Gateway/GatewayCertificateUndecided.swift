import FleetModel

extension GatewayRule {
    /// Whether the certificate is trusted could not be worked out.
    static let gatewayCertificateUndecided = GatewayRule(
        "gateway-certificate-undecided", .certificate, .note, .certain,
        as: [
            .certificateTrustUndecided
        ],
        isNot: ["Not a sign that clients distrust it: the trouble is with the authorities that are known here."],
        long: "Whether the certificate leads to a trusted authority could not be worked out here.",
        remedies: [
            Remedy.gatewayCertificateShown,
            Remedy.gatewayCertificate,
        ])
}
