import FleetModel

extension Rule {
    /// TLS alert 40: handshake_failure.
    static let tlsAlertHandshakeFailure = Rule("tls-alert-handshake-failure", .tls, .down, .likely) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(40) else { return nil }
        return Conclusion(
            short: "TLS alert 40",
            medium: "TLS alert 40: handshake_failure",
            long: "The server found nothing acceptable in the offer: no common cipher suite, or a "
                + "certificate or key that it cannot use.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.cipherSuites,
                Remedy.enableSuite,
                Remedy.cipherPolicy,
            ])
    }
}
