import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 1: SSL_REQUIRED_BY_SERVER.
    static let negotiationTLSRequired = Rule(
        "negotiation-tls-required", .x224, .down, .certain, symptoms: [Symptom.negotiationRefused],
        isNot: ["Not a firewall and not another service: the server answered in RDP, and said why."]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(1) else { return nil }
        return Conclusion(
            short: "refuses: TLS required",
            medium: "refuses with code 1: TLS required",
            long: "The server requires TLS and did not accept what was offered, although TLS was among it. "
                + "Clients that offer it without CredSSP may be accepted.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep,
                Remedy(.check, at: .client, "Compare with a current client", run: "mstsc /v:{target}"),
                Remedy.listenerLog,
            ])
    }
}
