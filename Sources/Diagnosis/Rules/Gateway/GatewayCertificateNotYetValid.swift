import FleetModel

extension GatewayRule {
    /// The certificate of the gateway is before its beginning.
    static let gatewayCertificateNotYetValid = GatewayRule(
        "gateway-certificate-not-yet-valid", .certificate, .down, .likely, mark: .failed(.expired),
        as: [
            .certificateNotYetValid
        ],
        symptoms: [.gatewayNotVerified],
        isNot: ["Not the certificates of the servers behind it: clients check those apart."],
        long: "The certificate of the gateway begins in the future, and clients refuse it until then. The clock of "
            + "whoever made it, or the clock here, is probably wrong.",
        remedies: [
            Remedy.ourClock,
            Remedy.gatewayClock,
            Remedy.gatewayCertificate,
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
