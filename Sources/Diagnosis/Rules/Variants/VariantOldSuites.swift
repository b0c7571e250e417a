import FleetModel

extension Rule {
    /// Only an offer of old cipher suites passes.
    static let variantOldSuites = Rule(
        "variant-old-suites", .tls, .down, .certain, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer of older suites."]
    ) { seen in
        guard seen.failsBeforeServerHello, seen.declinesHandshake, seen.passes(.tls12Legacy), seen.fails(.tls12) else {
            return nil
        }
        return Conclusion(
            short: "only old cipher suites",
            medium: "answers only old cipher suites",
            long:
                "The handshake passes only with the suites of servers before 2016 (CBC and RSA key exchange). Clients "
                + "that have dropped them find no suite in common with the server, and fail. " + seen.whyOldSuites,
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: Remedy.noCommonSuite,
            symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls),
            confidence: seen.isCutInTLS ? .likely : nil)
    }
}
