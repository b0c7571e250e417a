import FleetModel

extension GatewayRule {
    /// 403, 404 or 410: the HTTP transport is not offered here.
    static let gatewayNotHere = GatewayRule(
        "gateway-not-here", .gateway, .down, .likely, symptoms: [.gatewayRefusesRequest],
        isNot: [
            "Not the network: name, port and TLS are fine, and something answers.",
            "Not a password: nobody was asked for one.",
        ]
    ) { seen in
        guard seen.answerClass == .notHere, !seen.isRPCOnly, let status = seen.transport?.status else { return nil }
        let isForbidden = status == 403
        let absence = seen.isIIS ? "IIS without RD Gateway" : "no RD Gateway here"
        return Conclusion(
            short: isForbidden ? "gateway: HTTP 403" : "HTTP \(status), no gateway",
            medium: "HTTP \(status): \(isForbidden ? "forbidden, to us at least" : absence)",
            long: "The path of the RD Gateway is not there, or not for everybody: the role is not installed, its "
                + "HTTP transport is switched off, or another server answers. Clients may fall back to RPC over "
                + "HTTP where that is there.",
            evidence: seen.transportEvidence + seen.rpcLine,
            remedies: [
                Remedy.gatewayHost,
                Remedy.gatewayRole,
                Remedy.gatewayService,
                Remedy.gatewayTransport,
                Remedy(
                    .fix, at: .gateway, "On the gateway, if the role is missing there, install it",
                    run: "Install-WindowsFeature RDS-Gateway -IncludeManagementTools",
                    undo: "Uninstall-WindowsFeature RDS-Gateway"),
            ],
            confidence: seen.isIIS ? nil : .possible)
    }
}
