import FleetModel

extension GatewayRule {
    /// Another application answers in the place of the gateway.
    static let gatewayApplication = GatewayRule("gateway-application", .gateway, .down, .likely) { seen in
        guard let application = seen.otherApplication else { return nil }
        return Conclusion(
            short: "\(application.shortName)? No gateway",
            medium: "looks like \(application.shortName), no RD Gateway",
            long: "What answers looks like \(application.name), and not like the HTTP transport of an RD Gateway. "
                + "Either the role is not installed there, or something in front sends its path to the wrong place.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayRole,
                Remedy(.fix, at: .between, "In front of it, send /remoteDesktopGateway/ and /rpc/ to the gateway"),
                Remedy.gatewayHost,
            ])
    }
}
