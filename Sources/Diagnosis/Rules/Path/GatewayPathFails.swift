import FleetModel

extension Rule {
    /// The path through the gateway fails, where users have another.
    static let gatewayPathFails = Rule(
        "gateway-path-fails", .gateway, .warning, .certain,
        isNot: ["Not of this server alone: nobody gets through that gateway."]
    ) { seen in
        guard seen.server.path == .both, seen.gatewayState == .down else { return nil }
        return Conclusion(
            short: seen.directFails ? "both paths fail" : "one of two paths fails",
            medium: seen.directFails ? "both paths fail, the gateway's too" : "one of two paths fails: the gateway",
            long: "Users who come through \(seen.gatewayName) cannot connect, because that is down: "
                + "\(seen.gatewayTrouble).",
            evidence: seen.gatewayEvidence,
            remedies: seen.gatewayRemedies(Remedy(.check, at: .gateway, "Repair the gateway, in this order")),
            symptoms: seen.gatewaySymptoms)
    }
}
