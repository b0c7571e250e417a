import FleetModel

extension Rule {
    /// TLS alert 40: handshake_failure.
    static let tlsAlertHandshakeFailure = Rule(
        "tls-alert-handshake-failure", .tls, .down, .likely,
        symptoms: Symptom.ofAlerts(40),
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(40) else { return nil }
        return Conclusion(
            short: "TLS alert 40",
            medium: "TLS alert 40: handshake_failure",
            long: "The server found nothing acceptable in the offer of TLS 1.2 and 1.3: no common cipher suite, or a "
                + "certificate or key that it cannot use. Which of them it is shows in its Schannel events, or by asking "
                + "in other ways.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.cipherSuites,
                Remedy.xrdpVersions,
                Remedy.cipherPolicy,
                Remedy.enableSuite,
                Remedy.xrdpModernTLS,
            ], isNot: seen.isNotTheCertificate + seen.isNotWhatPassed(before: .tls))
    }
}
