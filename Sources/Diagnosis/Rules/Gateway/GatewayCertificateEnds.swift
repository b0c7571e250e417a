import FleetModel

extension GatewayRule {
    /// The certificate of the gateway has less left than the warning threshold.
    static let gatewayCertificateEnds = GatewayRule(
        "gateway-certificate-ends", .certificate, .warning, .certain, mark: .warning(.expired),
        as: [
            .certificateEnds
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
