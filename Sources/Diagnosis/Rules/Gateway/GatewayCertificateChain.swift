import FleetModel

extension GatewayRule {
    /// The gateway does not send an intermediate certificate.
    static let gatewayCertificateChain = GatewayRule(
        "gateway-certificate-chain", .certificate, .warning, .certain, mark: .warning(.untrusted),
        as: [
            .certificateIncompleteChain
        ],
        long: "A certificate between that of the gateway and the authority was not sent. Clients that do not have "
            + "it by chance refuse the gateway.",
        remedies: [
            "On the gateway, install the intermediate certificates in its Intermediate Certification Authorities store",
            "Then let it send them (ends the sessions through it): Restart-Service TSGateway",
        ])
}
