import FleetModel

extension Rule {
    /// Round trips differ much from one echo to the next.
    ///
    /// No document sets a bound. 30 ms, and half of the mean round trip, are chosen so that neither a quick local network
    /// nor a long line that is steady is named.
    static let pingJitter = Rule(
        "ping-jitter", .ping, .note, .possible,
        symptoms: [Symptom.withoutCode("sessions stutter or lag, perhaps; connecting works")],
        isNot: ["Not why a connection fails at the same step each time: it delays packets, and loses none."]
    ) { seen in
        guard seen.isReached(.ping), let facts = seen.snapshot?.ping?.facts, facts.received >= 10,
            let jitter = facts.jitter, let mean = facts.mean, jitter >= 30_000, jitter * 2 >= mean
        else { return nil }
        return Conclusion(
            short: "ping: uneven",
            medium: "ping: round trips vary by \(elapsed(jitter))",
            long:
                "One echo takes much longer than the next. A line that is full, radio, or a VPN with much traffic does "
                + "that; a host that answers echoes only when it has time would look the same.",
            evidence: seen.evidence(of: .ping) + seen.evidence(of: .tcp),
            remedies: [
                Remedy.countLoss,
                Remedy(
                    .check, at: .between,
                    "Compare with another server of the same network; it is on the way when both have it"),
            ])
    }
}
