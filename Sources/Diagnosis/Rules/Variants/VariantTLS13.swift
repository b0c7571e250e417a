import FleetModel

extension Rule {
    /// The handshake fails with TLS 1.3 in the offer and passes without.
    static let variantTLS13 = Rule(
        "variant-tls13", .tls, .down, .likely, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer of TLS 1.2."]
    ) { seen in
        guard seen.failsBeforeServerHello, seen.passes(.tls12), seen.passesInSeveralWays == nil else { return nil }
        return Conclusion(
            short: "cut only with TLS 1.3",
            medium: "fails only when TLS 1.3 is offered",
            long:
                "The handshake fails when TLS 1.3 is in the offer, and passes without. A server that does not know it "
                + "picks an older version; a device between that inspects TLS is probably why. Clients that offer TLS 1.3 "
                + "fail like this.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.compareNearby,
                Remedy.inspection,
                Remedy(
                    .fix, at: .between,
                    "Bring that device up to date; its maker probably knows the problem with TLS 1.3"),
            ], symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls))
    }
}
