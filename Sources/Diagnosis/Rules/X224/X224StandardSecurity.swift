import FleetModel

extension Rule {
    /// Standard RDP security was chosen although TLS was offered.
    static let x224StandardSecurity = Rule(
        "x224-standard-security", .x224, .warning, .certain, mark: .warning(.weak),
        symptoms: [
            Symptom.droppedByBastion,
            Symptom.withoutCode("the client warns that it cannot check who the server is, or refuses to connect"),
        ], isNot: ["Not a broken certificate: the server was offered TLS and did not take it."]
    ) {
        seen in
        guard case .selected(.standard, _) = seen.negotiation?.answer, seen.failure(at: .x224) == nil else {
            return nil
        }
        return Conclusion(
            short: "no TLS",
            medium: "chooses standard security, no TLS",
            long: "The server was offered TLS and NLA and chose standard RDP security: no certificate, no "
                + "NLA, and weak encryption that does not prove who the server is.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.saveListener, Remedy.xrdpSettings, Remedy.requireTLS, Remedy.securityPolicy, Remedy.xrdpTLS,
            ])
    }
}
