import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE 5: HYBRID_REQUIRED_BY_SERVER.
    static let negotiationNLARequired = Rule("negotiation-nla-required", .x224, .down, .certain) { seen in
        guard seen.failure(at: .x224) == .negotiationRefused(5) else { return nil }
        return Conclusion(
            short: "refuses: NLA required",
            medium: "refuses with code 5: NLA required",
            long: "The server requires NLA and did not accept what was offered. That is the healthy answer "
                + "to a client without NLA.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy(.fix, at: .server, "Update the client to one with NLA"),
                Remedy(.check, at: .server, "Check that NTLM or Kerberos is available on the server, which NLA needs"),
            ])
    }
}
