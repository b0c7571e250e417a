import FleetModel

extension GatewayRule {
    /// The HTTP transport is not there, and RPC over HTTP is.
    static let gatewayRPCOnly = GatewayRule(
        "gateway-rpc-only", .gateway, .warning, .possible,
        symptoms: [
            Symptom([], "a slow start, where clients fall back by themselves", .possible),
            Symptom([UserCode(0x300_000D)], "the gateway is said to be unavailable, where they do not", .possible),
        ],
        isNot: [
            "Not the network: name, port and TLS are fine, and something answers.",
            "Not RDGClientTransport: set to 1 it would only force what clients fall back to here anyway.",
        ]
    ) { seen in
        guard seen.isRPCOnly, let status = seen.transport?.status else { return nil }
        return Conclusion(
            short: "RPC over HTTP only",
            medium: "HTTP \(status), only RPC over HTTP answers",
            long: "The HTTP transport is not there, and the path of RPC over HTTP asks for log-on. A gateway before "
                + "Windows Server 2012 looks like this, or one whose HTTP transport is off, and clients may fall back "
                + "to it; an Exchange server has the same path, and is no gateway.",
            evidence: seen.rpcEvidence,
            remedies: [
                Remedy.gatewayHost,
                Remedy.gatewayRole,
                Remedy.gatewayTransport,
            ])
    }
}

extension GatewayCase {
    /// Whether only the transport for old clients asks for log-on, in the ways of Windows.
    ///
    /// Servers 2008 and 2008 R2 have no other, and clients fall back to it when they are told that the new one is not
    /// there.
    var isRPCOnly: Bool {
        guard answerClass == .notHere, otherApplication == nil, let rpc = snapshot?.rpc, rpc.failure == nil else {
            return false
        }
        return rpc.facts?.asksForWindowsAuthentication ?? false
    }
}
