import FleetModel

extension GatewayRule {
    /// The gateway does not send an intermediate certificate.
    static let gatewayCertificateChain = GatewayRule(
        "gateway-certificate-chain", .certificate, .warning, .certain, mark: .warning(.untrusted),
        as: [
            .certificateIncompleteChain
        ],
        symptoms: [.gatewayNotVerified],
        isNot: ["Not a fault of the clients that fail: those that get through happen to have what is missing."],
        long: "A certificate between that of the gateway and the authority was not sent. Clients that neither "
            + "have it nor can fetch it refuse the gateway.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.gatewayIntermediates,
            Remedy.reloadGatewayCertificate,
        ])
}
