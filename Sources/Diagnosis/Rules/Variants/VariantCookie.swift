import FleetModel

extension Rule {
    /// The request fails with a cookie and passes without.
    static let variantCookie = Rule(
        "variant-cookie", .x224, .down, .likely, seen: .variants,
        isNot: ["Not a dead listener: it answers the same request without the cookie."]
    ) { seen in
        guard seen.passing(at: .x224, { !$0.sendsCookie }) != nil, seen.passesInSeveralWays == nil else { return nil }
        return Conclusion(
            short: "cut only with a cookie",
            medium: "answers only without a cookie",
            long: "The RDP request fails when it carries a cookie, as that of many clients does, and passes without. A "
                + "load balancer or another device between that reads cookies is probably why; servers ignore them.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy(
                    .check, at: .between,
                    "See whether a load balancer or a connection broker between routes by the cookie mstshash or msts"),
                Remedy.compareNearby,
                Remedy.inspection,
            ], symptoms: seen.symptoms(ofFailureAt: .x224), isNot: seen.isNotWhatPassed(before: .x224))
    }
}
