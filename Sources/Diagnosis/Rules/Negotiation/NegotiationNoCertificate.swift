import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 3: SSL_CERT_NOT_ON_SERVER.
    static let negotiationNoCertificate = Rule("negotiation-no-certificate", .x224, .down, .certain) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(3) else { return nil }
        return Conclusion(
            short: "no certificate there",
            medium: "refuses: it has no usable certificate",
            long: "The server says that it has no certificate it can use, so TLS cannot start. Its "
                + "certificate is missing, or its private key cannot be read.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.schannelEvents,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}
