import FleetModel

extension Rule {
    /// The name server's answer does not parse.
    static let dnsMalformed = Rule(
        "dns-malformed", .dns, .down, .certain, symptoms: [Symptom.nameNotFound],
        isNot: [
            "Not the server: it was not asked, and may be healthy.",
            "Not a missing record: a name server that has none says so.",
        ]
    ) { seen in
        guard seen.failure(at: .dns) == .malformed else { return nil }
        return Conclusion(
            short: "DNS: broken answer",
            medium: "the name server's answer is broken",
            long: "The name server's answer does not follow the format. The name server is broken, or something "
                + "between answers in its place; nothing is known of the server itself.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy.askByHand, Remedy.ourNameServers,
                Remedy(.check, at: .dns, "Check for a proxy or firewall that rewrites DNS answers"),
            ])
    }
}
