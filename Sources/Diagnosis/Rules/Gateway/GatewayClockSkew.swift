import FleetModel

extension GatewayRule {
    /// The clock of the gateway is further from ours than Kerberos tolerates by default.
    static let gatewayClockSkew = GatewayRule("gateway-clock-skew", .gateway, .warning, .possible, mark: .warning(nil))
    { seen in
        guard let skew = seen.transport?.clockSkew, abs(skew.milliseconds) > Span.minutes(5).milliseconds else {
            return nil
        }
        let difference = Span(milliseconds: abs(skew.milliseconds))
        return Conclusion(
            short: "clock \(difference.compact) off",
            medium: "gateway's clock is \(difference.compact) off ours",
            long: "Kerberos tolerates five minutes by default, and beyond that log-on fails. The wrong clock may be "
                + "ours, or that of a proxy between: this is the Date of the HTTP answer.",
            evidence: ["HTTP: the Date is \(difference.spoken) \(skew < .zero ? "behind" : "ahead of") the clock here"],
            remedies: [
                Remedy.ourClock,
                "On the gateway, check its clock: w32tm /query /status",
                "If it is wrong (the time jumps): w32tm /resync",
            ])
    }
}
