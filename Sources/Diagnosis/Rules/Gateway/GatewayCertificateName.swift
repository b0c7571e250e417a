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
        symptoms: [.gatewayNameDiffers],
        isNot: [
            "Not the certificates of the servers behind it: clients check those apart.",
            "Not trust in the authority: putting one into a Root store does not change the names in a certificate.",
        ],
        long: "No name in the certificate fits the host of the gateway, and clients that ask for that name refuse "
            + "it. Clients that are set to another name of it may be fine.",
        remedies: [
            Remedy.gatewayHost,
            Remedy.gatewayCertificate,
            Remedy(
                .fix, at: .client, "Let clients use a name of the gateway that is in the certificate",
                undo: "the name that was set"),
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
