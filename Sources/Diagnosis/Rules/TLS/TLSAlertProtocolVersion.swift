import FleetModel

extension Rule {
    /// TLS alert 70: protocol_version.
    static let tlsAlertProtocolVersion = Rule(
        "tls-alert-protocol-version", .tls, .down, .likely,
        symptoms: Symptom.ofAlerts(70),
        isNot: [
            "Not the CredSSP update, which shows the same code: CredSSP begins after TLS, and it did not come so far."
        ]
    ) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(70) else { return nil }
        return Conclusion(
            short: "TLS alert 70",
            medium: "TLS alert 70: protocol_version",
            long: "The server supports neither TLS 1.2 nor 1.3, which were offered; " + seen.whyNoTLS12
                + " Clients that still offer TLS 1.0 may get in.",
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: Remedy.noCommonVersion,
            isNot: seen.isNotWhatPassed(before: .tls))
    }
}
