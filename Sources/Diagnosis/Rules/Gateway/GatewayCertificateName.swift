import FleetModel

extension GatewayRule {
    /// The certificate lacks the name of the gateway.
    static let gatewayCertificateName = GatewayRule(
        "gateway-certificate-name", .certificate, .warning, .certain, mark: .failed(.nameMismatch),
        as: [
            .certificateNameMismatch,
            .certificateOtherComputer,
            .certificateNameDiffers,
        ],
        long: "No name in the certificate fits the host of the gateway, and clients that ask for that name refuse "
            + "it. Users may see 0x3000003, 0x3000005 or 0x3000006.",
        remedies: [
            Remedy(.fix, at: .client, "Let clients use a name that is in the certificate"),
            Remedy.gatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
