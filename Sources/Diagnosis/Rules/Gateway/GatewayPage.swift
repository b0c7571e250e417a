import FleetModel

extension GatewayRule {
    /// 200 or a redirect: a page answers.
    static let gatewayPage = GatewayRule(
        "gateway-page", .gateway, .down, .likely, symptoms: [.gatewayRefusesRequest],
        isNot: [
            "Not the network: name, port and TLS are fine, and something answers.",
            "Not healthy because a browser shows a page: a gateway asks for log-on at this path.",
        ]
    ) { seen in
        guard seen.answerClass == .page, let status = seen.transport?.status else { return nil }
        return Conclusion(
            short: "HTTP \(status), a page",
            medium: "HTTP \(status): a page, no RD Gateway",
            long: "The path of the RD Gateway answers with a page or a redirect, as to a browser. A portal, RD Web "
                + "Access alone, or the page of a filter or a load balancer would look like this.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayHost,
                Remedy.gatewayRole,
                Remedy(
                    .fix, at: .between,
                    "On what stands in front, send /remoteDesktopGateway/ to the gateway without a log-on page",
                    risk: "the gateway's own log-on is then the only one", undo: "the rule as it was"),
            ])
    }
}
