import FleetModel

extension Rule {
    /// TLS alert 71: insufficient_security.
    static let tlsAlertInsufficientSecurity = Rule(
        "tls-alert-insufficient-security", .tls, .down, .likely,
        symptoms: Symptom.ofAlerts(71),
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(71) else { return nil }
        return Conclusion(
            short: "TLS alert 71",
            medium: "TLS alert 71: insufficient_security",
            long: "The server finds every cipher suite that was offered too weak. A list of suites that is too narrow, "
                + "by policy or in the settings of xrdp, is probably why; a device between may insist on it as well.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.cipherSuites,
                Remedy.xrdpVersions,
                Remedy.cipherPolicy,
                Remedy.enableSuite,
                Remedy.xrdpModernTLS,
            ], isNot: seen.isNotTheCertificate + seen.isNotWhatPassed(before: .tls))
    }
}
