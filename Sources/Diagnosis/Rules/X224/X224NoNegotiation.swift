import FleetModel

extension Rule {
    /// Confirmed without negotiation data.
    static let x224NoNegotiation = Rule(
        "x224-no-negotiation", .x224, .warning, .likely, mark: .warning(.weak),
        symptoms: [
            Symptom.withoutCode("the client warns that it cannot check who the server is, or refuses to connect")
        ], isNot: ["Not a broken certificate: TLS is not spoken at all."]
    ) {
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
                Remedy.xrdpSettings,
                Remedy(
                    .check, at: .server, "If it is an old system, plan its replacement and restrict who may reach it",
                    run: "winver"), Remedy.xrdpTLS,
            ])
    }
}
