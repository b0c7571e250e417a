import FleetModel

extension Rule {
    /// Users come through a gateway of which nothing is known.
    static let gatewayNotProbed = Rule("gateway-not-probed", .gateway, .note, .certain) { seen in
        guard seen.server.path == .gateway, seen.gatewayState == .unknown else { return nil }
        return Conclusion(
            short: "gateway not probed",
            medium: "its gateway is not probed yet",
            long: "Users reach this server only through \(seen.gatewayName), and nothing is known of that yet, "
                + "so nothing is known of the server.",
            evidence: seen.gatewayEvidence,
            remedies: [
                "To probe it directly as well, set its path to both in the fleet file"
            ])
    }
}
