import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 5: HYBRID_REQUIRED_BY_SERVER.
    static let negotiationNLARequired = Rule(
        "negotiation-nla-required", .x224, .down, .certain, symptoms: [Symptom.needsNLA],
        isNot: [
            "Not a firewall and not another service: the server answered in RDP, and said why.",
            "Not a wrong password: nobody was asked for one.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(5) else { return nil }
        return Conclusion(
            short: "refuses: NLA required",
            medium: "refuses with code 5: NLA required",
            long: "The server requires NLA and did not accept what was offered. That is the healthy answer "
                + "to a client without NLA.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.ntlmPolicy,
                Remedy(
                    .fix, at: .client,
                    "If clients without NLA are refused, update them; the refusal itself is as it should be"),
            ])
    }
}
