import FleetModel

extension GatewayRule {
    /// 400, 405, 411, 413, 501 or 505: something refuses the method.
    static let gatewayMethodRefused = GatewayRule(
        "gateway-method-refused", .gateway, .down, .likely, symptoms: [.gatewayRefusesRequest],
        isNot: [
            "Not the certificate of the gateway: TLS stood, and an answer came.",
            "Not a missing Content-Length in the gateway's answers: that is how they are meant to be.",
        ]
    ) { seen in
        guard seen.answerClass == .methodRefused || seen.transportFailure == .blocked && seen.transport?.status == nil
        else { return nil }
        let answer = seen.transport?.status.map { "HTTP \($0)" } ?? "blocked"
        return Conclusion(
            short: "RDG method refused",
            medium: "\(answer): the method does not pass",
            long: "What answers does not let RDG_OUT_DATA pass. A proxy, a web application firewall or a load "
                + "balancer in front that knows only the usual methods of HTTP is probably why.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayHost,
                Remedy(.check, at: .between, "Find out what stands in front of the gateway and ends TLS in its place"),
                Remedy(
                    .fix, at: .between,
                    "On what stands in front, let the methods RDG_OUT_DATA and RDG_IN_DATA pass, and bodies without a length",
                    undo: "the rule as it was"),
                Remedy.gatewayInspection,
            ])
    }
}
