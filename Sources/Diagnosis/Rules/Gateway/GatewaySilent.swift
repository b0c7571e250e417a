import FleetModel

extension GatewayRule {
    /// TLS is up, and the request gets no answer.
    static let gatewaySilent = GatewayRule(
        "gateway-silent", .gateway, .down, .possible, symptoms: [.gatewayEndsEarly],
        isNot: ["Not the certificate of the gateway: TLS stood with it."]
    ) { seen in
        guard seen.transportFailure == .timedOut else { return nil }
        return Conclusion(
            short: "gateway: no answer",
            medium: "TLS is up, HTTP never answers",
            long: "The gateway takes the request and does not answer it. A service that hangs, a proxy that waits "
                + "for a body, or a backend that is gone would look like this.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayService,
                Remedy.gatewayLog,
                Remedy.gatewayMembers,
                Remedy.gatewayInspection,
                Remedy.restartGatewayService,
            ])
    }
}
