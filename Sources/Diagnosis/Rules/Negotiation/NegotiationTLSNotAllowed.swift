import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 2: SSL_NOT_ALLOWED_BY_SERVER.
    static let negotiationTLSNotAllowed = Rule(
        "negotiation-tls-not-allowed", .x224, .down, .certain,
        symptoms: [Symptom.droppedByBastion, Symptom.negotiationRefused],
        isNot: [
            "Not a firewall and not another service: the server answered in RDP, and said why.",
            "Not a broken certificate: TLS is switched off, and no certificate is looked at.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(2) else { return nil }
        return Conclusion(
            short: "only standard RDP",
            medium: "refuses TLS: standard security only",
            long: "The server is set to standard RDP security (SecurityLayer 0). Clients that insist on TLS "
                + "or NLA, bastions and gateways fail here.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.saveListener, Remedy.xrdpSettings, Remedy.requireTLS, Remedy.securityPolicy, Remedy.xrdpTLS,
            ])
    }
}
