import FleetModel

extension Rule {
    /// Server and we are more than a minute apart, and Kerberos still tolerates it.
    static let nlaClockDrift = Rule(
        "nla-clock-drift", .nla, .note, .possible,
        symptoms: [Symptom([], "nothing yet; beyond five minutes, domain logons fail", .likely)],
        isNot: ["Not why a logon fails today, unless the domain tolerates less than the five minutes of the default."]
    ) { seen in
        guard let difference = seen.clockDifference, difference > .minutes(1), difference <= .minutes(5) else {
            return nil
        }
        return Conclusion(
            short: "clock \(difference.compactRounded) off",
            medium: "server's clock is \(difference.compactRounded) off ours",
            long:
                "Nothing fails yet: Kerberos tolerates five minutes by default. The wrong clock may be ours: when many "
                + "servers show the same difference, it probably is.",
            evidence: seen.clockEvidence,
            remedies: [Remedy.ourClock, Remedy.clock])
    }
}
