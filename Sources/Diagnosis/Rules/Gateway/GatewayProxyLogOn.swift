import FleetModel

extension GatewayRule {
    /// 407: an HTTP proxy between asks for log-on.
    static let gatewayProxyLogOn = GatewayRule("gateway-proxy-log-on", .gateway, .down, .certain) { seen in
        guard seen.answerClass == .proxyLogOn else { return nil }
        return Conclusion(
            short: "a proxy wants log-on",
            medium: "HTTP 407: a proxy between wants log-on",
            long: "An HTTP proxy between here and the gateway asks for log-on. Clients that take the same way may "
                + "fail as well. Users may see 0x3000020.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy(
                    .check, at: .between,
                    "Find out which proxy answers, and let traffic to the gateway pass it without log-on"),
                Remedy.inspection,
            ])
    }
}
