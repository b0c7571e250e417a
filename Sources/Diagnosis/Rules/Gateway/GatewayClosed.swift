import FleetModel

extension GatewayRule {
    /// TLS is up, and the connection ends without an HTTP answer.
    static let gatewayClosed = GatewayRule("gateway-closed", .gateway, .down, .possible) { seen in
        guard seen.transportFailure == .closed || seen.transportFailure == .reset else { return nil }
        return Conclusion(
            short: "gateway: cut after TLS",
            medium: "cut without an HTTP answer",
            long: "The connection ended as soon as the request was sent. A gateway does that with requests it does "
                + "not like, and so does a device between that inspects TLS.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.inspection,
                Remedy.gatewayService,
                Remedy.gatewayBinding,
            ])
    }
}
