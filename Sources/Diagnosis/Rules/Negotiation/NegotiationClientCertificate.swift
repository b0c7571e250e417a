import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 6: SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER.
    static let negotiationClientCertificate = Rule(
        "negotiation-client-certificate", .x224, .down, .certain, symptoms: [Symptom.negotiationRefused],
        isNot: ["Not a firewall and not another service: the server answered in RDP, and said why."]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(6) else { return nil }
        return Conclusion(
            short: "client cert required",
            medium: "refuses: client certificate required",
            long: "The server requires TLS with a client certificate, a special set-up that ordinary "
                + "clients do not support.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep,
                Remedy(.fix, at: .client, "Use the client that belongs to this set-up, or ask who runs the server"),
            ])
    }
}
