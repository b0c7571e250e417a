import FleetModel

extension GatewayRule {
    /// 407: an HTTP proxy between asks for log-on.
    static let gatewayProxyLogOn = GatewayRule(
        "gateway-proxy-log-on", .gateway, .down, .certain, symptoms: [.gatewayProxyAsks, .gatewayProxySettings],
        isNot: ["Not the gateway: a gateway never answers 407, so it was probably not asked at all."]
    ) { seen in
        guard seen.answerClass == .proxyLogOn else { return nil }
        return Conclusion(
            short: "a proxy wants log-on",
            medium: "HTTP 407: a proxy between wants log-on",
            long: "An HTTP proxy between here and the gateway asks for log-on. Clients that take the same way may "
                + "fail as well; those that take another may not.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy(
                    .check, at: .client, "On a client, see which proxy it is set to", run: "netsh winhttp show proxy"),
                Remedy(.check, at: .between, "Find out which proxy answers, and whom it lets pass"),
                Remedy(
                    .fix, at: .between, "On that proxy, let traffic to {gateway} pass without log-on",
                    risk: "whoever is behind the proxy reaches the gateway", undo: "take the exception out again"),
            ])
    }
}
