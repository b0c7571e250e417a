import FleetModel

extension Rule {
    /// NXDOMAIN: the name does not exist.
    static let dnsNoSuchName = Rule(
        "dns-no-such-name", .dns, .down, .certain, symptoms: [Symptom.nameNotFound],
        isNot: [
            "Not 0x904: without an address no connection is made that could be closed.",
            "Not a name server that fails: it answered, and said no.",
        ]
    ) { seen in
        guard seen.failure(at: .dns) == .noSuchName else { return nil }
        return Conclusion(
            short: "DNS: no such name",
            medium: "DNS says the name does not exist",
            long: "A name server answered that this name does not exist, so no client that asks it can connect.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy.checkName, Remedy.askByHand, Remedy.askOnClient, Remedy.addRecord, Remedy.registerName,
                Remedy.forgetAnswers,
            ])
    }
}
