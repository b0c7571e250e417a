import FleetModel

extension Rule {
    /// The handshake failed on our side.
    static let tlsFailed = Rule("tls-failed", .tls, .down, .possible) { seen in
        guard seen.failure(at: .tls) == .handshakeFailed else { return nil }
        return Conclusion(
            short: "TLS handshake failed",
            medium: "TLS handshake fails on our side",
            long: "What the server sent in the handshake was not acceptable to the TLS library here. "
                + "Current clients may fail in the same way, or may not.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                "See every step and byte: rdptop trace SERVER",
                Remedy.cipherSuites,
                Remedy.schannelEvents,
            ])
    }
}
