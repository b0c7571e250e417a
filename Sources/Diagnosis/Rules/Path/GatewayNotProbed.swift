import FleetModel

extension Rule {
    /// Users come through a gateway of which nothing is known.
    static let gatewayNotProbed = Rule(
        "gateway-not-probed", .gateway, .note, .certain,
        symptoms: [Symptom.withoutCode("unknown: the way that users take has not been looked at")],
        isNot: ["Not a statement on the server: it is not looked at directly."]
    ) { seen in
        guard seen.server.path == .gateway, seen.gatewayState == .unknown else { return nil }
        let isProbed = seen.gateway?.snapshot != nil
        return Conclusion(
            short: isProbed ? "gateway unknown" : "gateway not probed",
            medium: isProbed ? "nothing is known of its gateway" : "its gateway is not probed yet",
            long: "Users reach this server only through \(seen.gatewayName), and nothing is known of that"
                + (isProbed ? ": \(seen.gatewayTrouble). So" : " yet, so") + " nothing is known of the server.",
            evidence: seen.gatewayEvidence,
            // Without a gateway to name it is not from a fleet file.
            remedies: seen.server.gateway == nil
                ? []
                : [Remedy(.check, at: .here, "To probe it directly as well, set its path to both in the fleet file")])
    }
}
