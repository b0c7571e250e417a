import FleetModel

extension Rule {
    /// Server and we are further apart than Kerberos tolerates by default.
    static let nlaClockSkew = Rule(
        "nla-clock-skew", .nla, .warning, .possible, mark: .warning(nil), symptoms: [Symptom.clocksDiffer.doubted],
        isNot: [
            "Not proof that the server's clock is wrong: only the difference to ours was measured.",
            "Not a matter for accounts that log on with NTLM, such as local ones.",
        ]
    ) { seen in
        guard let difference = seen.clockDifference, difference > .minutes(5) else { return nil }
        return Conclusion(
            short: "clock \(difference.compactRounded) off",
            medium: "server's clock is \(difference.compactRounded) off ours",
            long:
                "Kerberos tolerates five minutes by default, and beyond that domain logons fail. "
                + "The wrong clock may be ours: when many servers show the same difference, it probably is.",
            evidence: seen.clockEvidence,
            remedies: [
                Remedy.ourClock, Remedy.clock,
                Remedy(
                    .check, at: .between,
                    "On a virtual machine, see that the host does not set the time against the domain"),
                Remedy.resyncClock,
            ])
    }
}
