import FleetModel

extension GatewayRule {
    /// The certificate of the gateway has less left than the critical threshold.
    static let gatewayCertificateEndsSoon = GatewayRule(
        "gateway-certificate-ends-soon", .certificate, .critical, .certain, mark: .warning(.expired),
        as: [
            .certificateEndsSoon
        ],
        symptoms: [.gatewayNothingYet],
        isNot: ["Not why anybody fails today: until it ends, clients accept it."],
        long: "When the certificate ends, clients refuse the gateway and nobody gets through. Nothing renews it by "
            + "itself as far as can be seen.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.renewGatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
