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
            Remedy(
                .check, at: .gateway,
                "On the gateway, install the intermediate certificates in its Intermediate Certification Authorities store"
            ),
            Remedy(
                .disruptive, at: .server, "Then let it send them", run: "Restart-Service TSGateway",
                risk: "ends the sessions through it"),
        ])
}
