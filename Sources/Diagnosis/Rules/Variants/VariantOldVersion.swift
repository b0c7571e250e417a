import FleetModel

extension Rule {
    /// Only an offer of TLS 1.0 passes.
    static let variantOldVersion = Rule("variant-old-version", .tls, .down, .certain) { seen in
        guard seen.failsBeforeServerHello, seen.passes(.tls10), seen.fails(.tls12), !seen.passes(.tls12Legacy)
        else { return nil }
        return Conclusion(
            short: "only TLS 1.0",
            medium: "answers only an offer of TLS 1.0",
            long: "The handshake passes only when nothing newer than TLS 1.0 is offered. Clients that have switched "
                + "that off have no version in common with the server, and fail.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.enableTLS12,
                Remedy.oldWindows,
                Remedy(.check, at: .server, "On newer servers, undo a hardening that has switched TLS 1.2 off"),
            ])
    }
}
