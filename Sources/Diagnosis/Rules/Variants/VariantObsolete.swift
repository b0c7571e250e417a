import FleetModel

extension Rule {
    /// Only an offer passes that no current client makes.
    static let variantObsolete = Rule(
        "variant-obsolete", .tls, .down, .certain, seen: .variants,
        isNot: ["Not likely a private key that cannot be used: the server answers an offer that is old enough."]
    ) { seen in
        // Before something newer was seen to fail nothing is known of it; TLS 1.0 with AES may pass where only TLS 1.2 did
        // not.
        guard seen.declinesHandshake, seen.passes(.obsolete), seen.fails(.tls10) || seen.fails(.tls12),
            !seen.passes(.tls10),
            !seen.passes(.tls12), !seen.passes(.tls12Legacy)
        else {
            return nil
        }
        let isShown = seen.fails(.tls10)
        return Conclusion(
            short: isShown ? "only obsolete TLS" : "answers obsolete TLS",
            medium: isShown ? "answers only an obsolete TLS offer" : "answers an obsolete TLS offer",
            long: "What the server answers no current client offers: SSL 3.0 to TLS 1.0 with RC4 or 3DES. "
                + (isShown ? "" : "TLS 1.0 with newer suites was not tried, and may pass as well. ")
                + "The TLS library here is too new to go on from there, so its certificate is not seen.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.tlsVersions,
                Remedy.xrdpVersions,
                Remedy.cipherPolicy,
                Remedy.restrictReach,
                Remedy.oldWindows,
                Remedy.enableTLS12,
            ], symptoms: seen.symptoms(ofFailureAt: .tls), isNot: seen.isNotWhatPassed(before: .tls),
            confidence: isShown && !seen.isCutInTLS ? nil : .likely)
    }
}
