import FleetModel

extension GatewayRule {
    /// The RPC proxy for old clients is missing.
    static let gatewayRPC = GatewayRule("gateway-rpc", .gateway, .note, .certain) { seen in
        guard seen.transportPasses, let observation = seen.snapshot?.rpc, let failure = observation.failure,
            failure.letter != nil
        else { return nil }
        return Conclusion(
            short: "no RPC over HTTP",
            medium: "no RPC over HTTP, for old clients only",
            long: "The path of RPC over HTTP does not answer as a gateway. Only clients from before 2012, and those "
                + "that are forced to it by RDGClientTransport, need it.",
            evidence: seen.rpcEvidence,
            remedies: [
                Remedy(
                    .check, at: .server,
                    "Nothing to do, unless a client is forced to it; then remove that on the client",
                    run: #"reg delete "HKCU\Software\Microsoft\Terminal Server Client" /v RDGClientTransport /f"#)
            ])
    }
}
