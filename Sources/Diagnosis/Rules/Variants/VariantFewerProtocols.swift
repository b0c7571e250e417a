import FleetModel

extension Rule {
    /// The request fails with the protocols of a current client and passes with fewer.
    static let variantFewerProtocols = Rule(
        "variant-fewer-protocols", .x224, .down, .likely, seen: .variants,
        isNot: ["Not a dead listener: it answers a request that asks for less."]
    ) { seen in
        guard let attempt = seen.passing(at: .x224, { $0.requested != .modern && $0.requested != .standard }),
            seen.passesInSeveralWays == nil
        else { return nil }
        let names = attempt.variant.requested.names.joined(separator: ", ")
        return Conclusion(
            short: "minds the protocols",
            medium: "answers only requests for less",
            long: "The request of a current client fails, and one that asks for \(names) alone passes. Old software on "
                + "the server, or a device between that knows only old requests, is probably why.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.listenerLog,
                Remedy.compareNearby,
                Remedy.inspection,
                Remedy(
                    .disruptive, at: .server, "If the server is not Windows, bring its RDP software up to date",
                    risk: "its restart may end sessions", undo: "the package of the version before"),
            ], symptoms: seen.symptoms(ofFailureAt: .x224), isNot: seen.isNotWhatPassed(before: .x224))
    }
}
