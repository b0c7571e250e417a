import FleetModel

extension GatewayRule {
    /// The certificate of the gateway could not be had.
    static let gatewayCertificateFailed = GatewayRule(
        "gateway-certificate-failed", .certificate, .warning, .certain,
        as: [
            .certificateFailed
        ],
        symptoms: [Symptom([], "perhaps nothing, since only reading it here failed", .possible)],
        isNot: ["Not an expired certificate as far as is known: its dates were not read."],
        long: "The certificate of the gateway could not be read, so whether clients accept it is not known.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.gatewayCertificateShown,
        ])
}
