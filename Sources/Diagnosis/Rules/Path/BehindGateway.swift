import FleetModel

extension Rule {
    /// Users come only through a gateway, and that fails.
    static let behindGateway = Rule(
        "behind-gateway", .gateway, .down, .certain,
        isNot: ["Not this server: it is not looked at directly, and may be healthy."]
    ) { seen in
        guard seen.server.path == .gateway, seen.gatewayFails else { return nil }
        let isDown = seen.gatewayState == .down
        return Conclusion(
            short: "behind \(seen.gatewayName)",
            medium: "behind \(seen.gatewayName), which \(isDown ? "is down" : "failed")",
            long: "Users reach this server only through \(seen.gatewayName), which "
                + "\(isDown ? "is down" : "has failed once"): \(seen.gatewayTrouble). Of the server itself nothing is known.",
            evidence: seen.gatewayEvidence,
            remedies: seen.gatewayRemedies(
                Remedy(.check, at: .gateway, "Repair the gateway, not this server, in this order")),
            symptoms: seen.gatewaySymptoms)
    }
}
