import FleetModel

extension Rule {
    /// The gateway that users take works, with something to repair.
    static let gatewayWarns = Rule(
        "gateway-warns", .gateway, .warning, .certain, isNot: ["Not this server: it is the gateway in front of it."]
    ) { seen in
        guard seen.usesGateway, seen.gatewayState == .warning else { return nil }
        return Conclusion(
            short: "gateway has a warning",
            medium: "gateway: \(seen.gateway?.judgement.headline?.short ?? "a warning")",
            long: "Users come through \(seen.gatewayName), where something is not as it should be: "
                + "\(seen.gatewayTrouble).",
            evidence: seen.gatewayEvidence,
            remedies: seen.gatewayRemedies(Remedy(.check, at: .gateway, "Repair it at the gateway, in this order")),
            symptoms: seen.gatewaySymptoms)
    }
}
