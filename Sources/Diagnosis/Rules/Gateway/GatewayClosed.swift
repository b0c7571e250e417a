import FleetModel

extension GatewayRule {
    /// TLS is up, and the connection ends without an HTTP answer.
    static let gatewayClosed = GatewayRule(
        "gateway-closed", .gateway, .down, .possible, symptoms: [.gatewayCutsOff],
        isNot: [
            "Not the certificate of the gateway: TLS stood with it.",
            "Not an answer without Content-Length, which is by design at a gateway: here no answer came at all.",
        ]
    ) { seen in
        guard seen.transportFailure == .closed || seen.transportFailure == .reset else { return nil }
        return Conclusion(
            short: "gateway: cut after TLS",
            medium: "cut without an HTTP answer",
            long: "The connection ended as soon as the request was sent. A gateway may do that with requests it does "
                + "not like, and so may a device between that inspects TLS.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayService,
                Remedy.gatewayLog,
                Remedy.gatewayBinding,
                Remedy.gatewayCertificateShown,
                Remedy.gatewayInspection,
            ])
    }
}
