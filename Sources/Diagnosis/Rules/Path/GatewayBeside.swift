import FleetModel

extension Rule {
    /// The gateway is in trouble, and users of this server do not take it.
    static let gatewayBeside = Rule(
        "gateway-beside", .gateway, .note, .certain,
        symptoms: [Symptom.withoutCode("no error, as long as users connect directly")],
        isNot: ["Not why this server fails: its users do not take the gateway."]
    ) { seen in
        guard seen.server.path == .direct, seen.server.gateway != nil,
            seen.gatewayFails || seen.gatewayState == .warning
        else { return nil }
        return Conclusion(
            short: "trouble at its gateway",
            medium: "its gateway has trouble, unused here",
            long: "The gateway \(seen.gatewayName) is not as it should be: \(seen.gatewayTrouble). Users of this "
                + "server connect directly, as the fleet file says.",
            evidence: seen.gatewayEvidence,
            remedies: [
                Remedy(.check, at: .here, "If users do take the gateway, set path to gateway or both in the fleet file")
            ])
    }
}
