import FleetModel

extension Rule {
    /// TLS alert 70: protocol_version.
    static let tlsAlertProtocolVersion = Rule("tls-alert-protocol-version", .tls, .down, .likely) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(70) else { return nil }
        return Conclusion(
            short: "TLS alert 70",
            medium: "TLS alert 70: protocol_version",
            long: "The server supports none of the TLS versions offered; TLS 1.2 is probably switched off "
                + "there. Users may see 0x80090302.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.oldWindows,
                Remedy.enableTLS12,
            ])
    }
}
