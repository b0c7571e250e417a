import FleetModel

extension Rule {
    /// Some echoes are lost, and enough were sent to say so.
    static let pingLoss = Rule(
        "ping-loss", .ping, .note, .possible, mark: .warning(.timeout),
        symptoms: [Symptom.withoutCode("sessions freeze or lag, perhaps; connecting works")],
        isNot: ["Not why a connection fails at the same step each time: loss strikes at random."]
    ) { seen in
        guard seen.isReached(.ping), let facts = seen.snapshot?.ping?.facts, facts.sent >= 10, facts.received > 0,
            let loss = facts.lossPercent, loss >= 5
        else { return nil }
        return Conclusion(
            short: "ping: \(loss) % lost",
            medium: "ping: \(loss) % of \(facts.sent) echoes lost",
            long: "Some echoes come back and some do not. A path that loses packets makes sessions freeze; a device "
                + "that answers only so many echoes a second would look the same.",
            evidence: seen.evidence(of: .ping) + seen.evidence(of: .tcp),
            remedies: [
                Remedy.countLoss,
                Remedy(
                    .check, at: .between,
                    "Compare with another server of the same network; the loss is on the way when both have it"),
            ])
    }
}
