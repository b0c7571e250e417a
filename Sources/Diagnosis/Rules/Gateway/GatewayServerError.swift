import FleetModel

extension GatewayRule {
    /// HTTP 5xx: the service behind the answer is down.
    static let gatewayServerError = GatewayRule(
        "gateway-server-error", .gateway, .down, .likely, symptoms: [.gatewayEndsEarly],
        isNot: [
            "Not the network: name, port and TLS are fine, and something answers.",
            "Not the servers behind it: they were not asked.",
        ]
    ) { seen in
        guard let status = seen.answerClass == .serverError ? seen.transport?.status : seen.serverError else {
            return nil
        }
        return Conclusion(
            short: "gateway: HTTP \(status)",
            medium: "HTTP \(status): service or backend is down",
            long:
                "Something answers, and says that the service behind it does not work. Probably the service TSGateway "
                + "or its IIS pool is stopped, or a load balancer has no gateway left to send to.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayService,
                Remedy.gatewayLog,
                Remedy.gatewayMembers,
                Remedy.startGatewayService,
                Remedy.restartGatewayService,
            ])
    }
}
