import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 4: INCONSISTENT_FLAGS.
    static let negotiationInconsistentFlags = Rule(
        "negotiation-inconsistent-flags", .x224, .down, .certain, symptoms: [Symptom.negotiationRefused],
        isNot: ["Not a firewall and not another service: the server answered in RDP, and said why."]
    ) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(4) else { return nil }
        return Conclusion(
            short: "refuses: flags",
            medium: "refuses: inconsistent flags (code 4)",
            long: "The server finds the request at odds with the protocol in use, which is defined only for "
                + "connections that begin with TLS. Something between may have changed the request.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.seeEveryStep, Remedy.listenerLog, Remedy.fromElsewhere, Remedy.inspection])
    }
}
