import FleetModel

extension Rule {
    /// Only an offer of TLS 1.0 passes.
    static let variantOldVersion = Rule(
        "variant-old-version", .tls, .down, .certain, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer of TLS 1.0."]
    ) { seen in
        guard seen.failsBeforeServerHello, seen.declinesHandshake, seen.passes(.tls10), seen.fails(.tls12),
            !seen.passes(.tls12Legacy)
        else { return nil }
        return Conclusion(
            short: "only TLS 1.0",
            medium: "answers only an offer of TLS 1.0",
            long: "The handshake passes only when nothing newer than TLS 1.0 is offered, so clients that have switched "
                + "that off find no version in common and fail; " + seen.whyNoTLS12,
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: Remedy.noCommonVersion,
            symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls),
            confidence: seen.isCutInTLS ? .likely : nil)
    }
}
