import FleetModel

extension Rule {
    /// Only an offer passes that no current client makes.
    static let variantObsolete = Rule(
        "variant-obsolete", .tls, .down, .certain, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer that is old enough."]
    ) { seen in
        guard seen.passes(.obsolete), !seen.passes(.tls10), !seen.passes(.tls12), !seen.passes(.tls12Legacy) else {
            return nil
        }
        return Conclusion(
            short: "only obsolete TLS",
            medium: "answers only an obsolete TLS offer",
            long: "The server answers only what no current client offers: SSL 3.0 to TLS 1.0 with RC4 or 3DES. The TLS "
                + "library here is too new to go on from there, so its certificate is not seen.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.tlsVersions,
                Remedy.xrdpVersions,
                Remedy.cipherPolicy,
                Remedy.restrictReach,
                Remedy.oldWindows,
                Remedy.enableTLS12,
            ], symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls))
    }
}
