import FleetModel

extension GatewayRule {
    /// 200 or a redirect: a page answers.
    static let gatewayPage = GatewayRule("gateway-page", .gateway, .down, .likely) { seen in
        guard seen.answerClass == .page, let status = seen.transport?.status else { return nil }
        return Conclusion(
            short: "HTTP \(status), a page",
            medium: "HTTP \(status): a page, no RD Gateway",
            long: "The path of the RD Gateway answers with a page or a redirect, as to a browser. A portal, RD Web "
                + "Access alone, or the page of a filter or a load balancer would look like this.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayRole,
                Remedy(
                    .fix, at: .between,
                    "In front of it, send /remoteDesktopGateway/ to the gateway without a log-on page"),
                Remedy.gatewayHost,
            ])
    }
}
