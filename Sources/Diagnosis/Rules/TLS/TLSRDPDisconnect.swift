import FleetModel

extension Rule {
    /// RDP bytes where the ServerHello belongs.
    static let tlsRDPDisconnect = Rule(
        "tls-rdp-disconnect", .tls, .down, .likely,
        symptoms: [Symptom.notTLS],
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.failure(at: .tls) == .disconnectInsteadOfTLS else { return nil }
        return Conclusion(
            short: "RDP instead of TLS",
            medium: "answers TLS with an RDP disconnect",
            long: "The server agreed to TLS and then answered in RDP instead. Servers do so that cannot use their "
                + "certificate or private key.",
            evidence: seen.evidence(upTo: .tls),
            remedies: Remedy.unusableKey,
            isNot: seen.isNotTheCertificate + seen.isNotWhatPassed(before: .tls))
    }
}
