import FleetModel

extension Rule {
    /// Users come through a gateway, which is not probed.
    static let gatewayNotProbed = Rule("gateway-not-probed", .gateway, .note, .certain) { seen in
        guard seen.server.path == .gateway else { return nil }
        let name = seen.server.gateway ?? "a gateway"
        return Conclusion(
            short: "gateway not probed",
            medium: "reached through a gateway, not probed",
            long: "Users reach this server only through \(name). Gateways are not probed by this version, "
                + "so nothing is known of the server.",
            evidence: [],
            remedies: [
                "To probe it directly as well, set its path to both in the fleet file"
            ])
    }
}
