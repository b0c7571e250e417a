import FleetModel

extension Rule {
    /// Confirmed without negotiation data.
    static let x224NoNegotiation = Rule("x224-no-negotiation", .x224, .warning, .likely, mark: .warning(.weak)) {
        seen in
        guard seen.negotiation?.answer == .withoutNegotiation, seen.failure(at: .x224) == nil else { return nil }
        return Conclusion(
            short: "no negotiation, no TLS",
            medium: "old RDP: no negotiation, no TLS",
            long: "The server confirmed without negotiation data. Very old Windows (XP, 2003), old xrdp, or "
                + "a server set to standard RDP security answers like this; clients get neither TLS nor "
                + "NLA.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy(
                    .check, at: .server, "If it is an old system, plan its replacement and restrict who may reach it"),
                Remedy(
                    .check, at: .server,
                    "If it is xrdp, set security_layer=tls or negotiate in xrdp.ini, and restart xrdp"),
            ])
    }
}
