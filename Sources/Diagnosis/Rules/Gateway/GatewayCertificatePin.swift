import FleetModel

extension GatewayRule {
    /// Not the certificate that the fleet file pins.
    static let gatewayCertificatePin = GatewayRule(
        "gateway-certificate-pin", .certificate, .warning, .certain, mark: .failed(.untrusted),
        as: [
            .certificatePinMismatch
        ],
        long: "The gateway shows another certificate than the fleet file names. It was renewed, or something "
            + "between answers in its place.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy(.check, at: .here, "If it was renewed, put its new SHA-256 under pin in the fleet file"),
            Remedy(.check, at: .server, "If it was not, find out who answers at this address before anybody logs on"),
        ])
}
