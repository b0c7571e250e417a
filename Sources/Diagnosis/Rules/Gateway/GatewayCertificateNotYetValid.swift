import FleetModel

extension GatewayRule {
    /// The certificate of the gateway is before its beginning.
    static let gatewayCertificateNotYetValid = GatewayRule(
        "gateway-certificate-not-yet-valid", .certificate, .down, .likely, mark: .failed(.expired),
        as: [
            .certificateNotYetValid
        ],
        long: "The certificate of the gateway begins in the future, and clients refuse it until then. The clock of "
            + "whoever made it, or the clock here, is probably wrong.",
        remedies: [
            Remedy.ourClock,
            Remedy(.check, at: .gateway, "On the gateway, check its clock", run: "w32tm /query /status"),
            Remedy.gatewayCertificate,
        ])
}
