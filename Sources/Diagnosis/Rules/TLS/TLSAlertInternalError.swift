import FleetModel

extension Rule {
    /// TLS alert 80: internal_error.
    static let tlsAlertInternalError = Rule(
        "tls-alert-internal-error", .tls, .down, .likely,
        symptoms: Symptom.ofAlerts(80),
        isNot: [
            "Not a domain controller that is down, though the client may name the security authority: TLS needs none."
        ]
    ) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(80) else { return nil }
        return Conclusion(
            short: "TLS alert 80",
            medium: "TLS alert 80: internal_error",
            long:
                "The server failed for a reason of its own. The documented cause is a certificate or private key that "
                + "it cannot use, and Schannel event 36870 on the server would prove it.",
            evidence: seen.evidence(upTo: .tls),
            remedies: Remedy.unusableKey,
            isNot: seen.isNotWhatPassed(before: .tls))
    }
}
