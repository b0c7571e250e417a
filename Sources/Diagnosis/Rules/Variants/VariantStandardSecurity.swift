import FleetModel

extension Rule {
    /// Only a request for standard RDP security passes.
    static let variantStandardSecurity = Rule(
        "variant-standard-security", .x224, .down, .likely, seen: .variants,
        isNot: ["Not a dead listener: it answers a request for standard RDP security."]
    ) { seen in
        guard seen.passing(at: .x224, { $0.requested == .standard }) != nil, seen.passesInSeveralWays == nil,
            seen.passing(at: .x224, { $0.requested != .standard }) == nil
        else { return nil }
        return Conclusion(
            short: "only standard security",
            medium: "answers only standard RDP security",
            long: "A request for TLS or NLA fails without a word, and one for standard RDP security passes. The server "
                + "is probably set to it, or too old for anything else; current clients do not connect like that.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.saveListener, Remedy.xrdpSettings, Remedy.requireTLS, Remedy.securityPolicy, Remedy.xrdpTLS,
            ], symptoms: seen.symptoms(ofFailureAt: .x224), isNot: seen.isNotWhatPassed(before: .x224))
    }
}
