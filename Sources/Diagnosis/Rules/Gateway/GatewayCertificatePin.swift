import FleetModel

extension GatewayRule {
    /// Not the certificate that the fleet file pins.
    static let gatewayCertificatePin = GatewayRule(
        "gateway-certificate-pin", .certificate, .warning, .certain, mark: .failed(.untrusted),
        as: [
            .certificatePinMismatch
        ],
        symptoms: [Symptom([], "nothing, if it was renewed; clients do not know the pin", .possible)],
        isNot: ["Not a proof of interception: a certificate that was renewed looks the same."],
        long: "The gateway shows another certificate than the fleet file names. It was renewed, or something "
            + "between answers in its place.",
        remedies: [
            Remedy.gatewayCertificate,
            Remedy.gatewayCertificateShown,
            Remedy(
                .check, at: .between,
                "If nobody renewed it, find out who answers at this address before anybody logs on"),
            Remedy(
                .fix, at: .here, "If it was renewed, put its new SHA-256 under pin in the fleet file",
                undo: "the old SHA-256"),
        ])
}
