import FleetModel

extension Rule {
    /// The name exists without an A or AAAA record.
    static let dnsNoAddress = Rule(
        "dns-no-address", .dns, .down, .certain, symptoms: [Symptom.nameNotFound],
        isNot: [
            "Not a name server that fails: it answered, and knows the name.",
            "Not a wrong name, which would be answered by NXDOMAIN.",
        ]
    ) { seen in
        guard seen.failure(at: .dns) == .noAddress else { return nil }
        return Conclusion(
            short: "DNS: no address",
            medium: "DNS knows the name, but no address",
            long: "The name exists, but has neither an A nor an AAAA record.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [Remedy.askByHand, Remedy.addRecord, Remedy.registerName, Remedy.forgetAnswers])
    }
}
