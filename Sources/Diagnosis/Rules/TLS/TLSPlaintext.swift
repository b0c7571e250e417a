import FleetModel

extension Rule {
    /// Bytes that are not TLS where the ServerHello belongs.
    static let tlsPlaintext = Rule(
        "tls-plaintext", .tls, .down, .certain,
        symptoms: [Symptom.notTLS],
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.isNotTLS else { return nil }
        return Conclusion(
            short: "not TLS",
            medium: "agrees to TLS, then does not speak it",
            long: "The server agreed to TLS, and then came bytes that are not TLS. Its TLS is broken, or "
                + "something between answers in its place.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.seeEveryStep,
                Remedy.schannelEvents,
                Remedy.compareNearby,
                Remedy.inspection,
                Remedy.restartService,
            ], isNot: seen.isNotTheCertificate + seen.isNotWhatPassed(before: .tls))
    }
}
