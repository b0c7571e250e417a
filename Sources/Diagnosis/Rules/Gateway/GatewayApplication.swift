import FleetModel

extension GatewayRule {
    /// Another application answers in the place of the gateway.
    static let gatewayApplication = GatewayRule(
        "gateway-application", .gateway, .down, .likely, symptoms: [.gatewayRefusesRequest],
        isNot: [
            "Not the network: name, port and TLS are fine, and something answers.",
            "Not a password: nobody was asked for one.",
        ]
    ) { seen in
        guard let application = seen.otherApplication else { return nil }
        return Conclusion(
            short: "\(application.shortName)? No gateway",
            medium: "looks like \(application.shortName), no RD Gateway",
            long: "What answers looks like \(application.name), and not like the HTTP transport of an RD Gateway. "
                + "Either the role is not installed there, or something in front sends its path to the wrong place.",
            evidence: seen.transportEvidence,
            remedies: [
                Remedy.gatewayHost,
                Remedy.gatewayRole,
                Remedy(
                    .fix, at: .between,
                    "On what stands in front, send /remoteDesktopGateway/ and /rpc/ to the gateway",
                    undo: "the rule as it was"),
            ])
    }
}
