import FleetModel

extension GatewayRule {
    /// The clock of the gateway is further from ours than Kerberos tolerates by default.
    static let gatewayClockSkew = GatewayRule(
        "gateway-clock-skew", .gateway, .warning, .possible, mark: .warning(nil), symptoms: [.gatewayTime],
        isNot: ["Not a proof that the gateway is wrong: the clock here, or a proxy's, may be."]
    ) { seen in
        guard let skew = seen.transport?.clockSkew, abs(skew.milliseconds) > Span.minutes(5).milliseconds else {
            return nil
        }
        let difference = Span(milliseconds: abs(skew.milliseconds))
        return Conclusion(
            short: "clock \(difference.compactRounded) off",
            medium: "gateway's clock is \(difference.compactRounded) off ours",
            long: "Kerberos tolerates five minutes by default, and beyond that log-on fails. The wrong clock may be "
                + "ours, or that of a proxy between: this is the Date of the HTTP answer.",
            evidence: ["HTTP: the Date is \(difference.spoken) \(skew < .zero ? "behind" : "ahead of") the clock here"],
            remedies: [
                Remedy.ourClock,
                Remedy.gatewayClock,
                Remedy(
                    .fix, at: .gateway, "On the gateway, if its clock is wrong, set it by its domain",
                    run: "w32tm /resync", risk: "the time jumps"),
            ])
    }
}
