import FleetModel

extension Rule {
    /// Server and we are further apart than Kerberos tolerates by default.
    static let nlaClockSkew = Rule("nla-clock-skew", .nla, .warning, .possible, mark: .warning(nil)) { seen in
        guard let difference = seen.clockDifference, difference > .minutes(5) else { return nil }
        return Conclusion(
            short: "clock \(difference.compact) off",
            medium: "server's clock is \(difference.compact) off ours",
            long:
                "Kerberos tolerates five minutes by default, and beyond that domain logons fail (users may see 0x1D07). "
                + "The wrong clock may be ours: when many servers show the same difference, it probably is.",
            evidence: seen.clockEvidence,
            remedies: [
                Remedy.ourClock, Remedy.clock,
                Remedy(.check, at: .server, "If the server's is wrong", run: "w32tm /resync", risk: "the time jumps"),
                Remedy(
                    .check, at: .server,
                    "On a virtual machine, see that the host does not set the time against the domain"),
            ])
    }
}
