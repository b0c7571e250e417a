import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 3: SSL_CERT_NOT_ON_SERVER.
    static let negotiationNoCertificate = Rule(
        "negotiation-no-certificate", .x224, .down, .certain,
        symptoms: [
            Symptom(
                [UserCode(0x0300_0019)],
                "through a gateway, the client is told that the connection was ended; seen with this fault", .possible),
            Symptom.negotiationRefused,
        ],
        isNot: [
            "Not a firewall and not another service: the server answered in RDP, and said why.",
            "Not an expired certificate as clients see it, which has a code of its own, 0x1B07: none is shown.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(3) else { return nil }
        return Conclusion(
            short: "no certificate there",
            medium: "refuses: it has no usable certificate",
            long: "The server says that it has no certificate it can use, so TLS cannot start. Its "
                + "certificate is missing, or its private key cannot be read.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.schannelEvents, Remedy.sessionEnvEnabled, Remedy.keyAccess, Remedy.xrdpSettings,
                Remedy.newSelfSigned, Remedy.restartSessionEnv,
            ])
    }
}
