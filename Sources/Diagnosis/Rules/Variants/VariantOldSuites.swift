import FleetModel

extension Rule {
    /// Only an offer of old cipher suites passes.
    ///
    /// The offer that fails has those suites as well, after the newer ones. So it is not for want of a common suite that
    /// it fails: the server, or a device between, cannot do with the newer ones, or with a hello of that size.
    static let variantOldSuites = Rule(
        "variant-old-suites", .tls, .down, .likely, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer of older suites."]
    ) { seen in
        guard seen.failsBeforeServerHello, seen.declinesHandshake, seen.passes(.tls12Legacy), seen.fails(.tls12) else {
            return nil
        }
        return Conclusion(
            short: "only old cipher suites",
            medium: "answers only old cipher suites",
            long: "TLS 1.2 passes when only suites of servers before 2016 are offered (CBC and RSA key exchange), and "
                + "fails with newer ones beside them, as current clients offer them. " + seen.whyOldSuites,
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: Remedy.tooManySuites,
            symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls))
    }
}
