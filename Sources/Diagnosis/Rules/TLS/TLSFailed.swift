import FleetModel

extension Rule {
    /// What came in the handshake breaks the protocol, or is nothing that our library accepts.
    static let tlsFailed = Rule("tls-failed", .tls, .down, .possible) { seen in
        guard seen.failure(at: .tls) == .handshakeFailed else { return nil }
        return Conclusion(
            short: "TLS handshake failed",
            medium: "its TLS handshake is not acceptable",
            long: "The TLS handshake began, and what the server sent in it breaks the rules of TLS or is not "
                + "acceptable to the TLS library here. Current clients may fail in the same way, or may not.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy(.check, at: .here, "See every step and byte", run: "rdptop trace {server}", in: .sh),
                Remedy.cipherSuites,
                Remedy.schannelEvents,
                Remedy.inspection,
            ])
    }
}
