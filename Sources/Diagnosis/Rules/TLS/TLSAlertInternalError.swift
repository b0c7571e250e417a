import FleetModel

extension Rule {
    /// TLS alert 80: internal_error.
    static let tlsAlertInternalError = Rule("tls-alert-internal-error", .tls, .down, .likely) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(80) else { return nil }
        return Conclusion(
            short: "TLS alert 80",
            medium: "TLS alert 80: internal_error",
            long: "The server failed for a reason of its own, in most cases a certificate or private key "
                + "that it cannot use. Users may see 0x80090304.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}
