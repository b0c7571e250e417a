import FleetModel

extension Rule {
    /// RDP bytes where the ServerHello belongs.
    static let tlsRDPDisconnect = Rule("tls-rdp-disconnect", .tls, .down, .likely) { seen in
        guard seen.failure(at: .tls) == .disconnectInsteadOfTLS else { return nil }
        return Conclusion(
            short: "RDP instead of TLS",
            medium: "answers TLS with an RDP disconnect",
            long: "The server agreed to TLS and then answered in RDP instead. Windows does so when it "
                + "cannot use its certificate or private key.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}
