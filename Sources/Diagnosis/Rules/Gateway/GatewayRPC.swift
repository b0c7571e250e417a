import FleetModel

extension GatewayRule {
    /// The RPC proxy for old clients is missing.
    ///
    /// That 1 in RDGClientTransport forces RPC over HTTP is known from instructions of third parties alone.
    static let gatewayRPC = GatewayRule(
        "gateway-rpc", .gateway, .note, .certain,
        symptoms: [
            Symptom(
                [UserCode(0x300_000C), UserCode(0x300_000D)], "only clients that are forced to RPC over HTTP fail",
                .possible)
        ],
        isNot: ["Not a fault of the gateway: current clients use the HTTP transport, which answers."]
    ) { seen in
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
                    .check, at: .client, "On a client that fails while others do not, see whether it is forced to it",
                    run: #"reg query "HKCU\Software\Microsoft\Terminal Server Client" /v RDGClientTransport"#),
                Remedy(
                    .fix, at: .client, "On that client, if the value is 1, remove it",
                    run: #"reg delete "HKCU\Software\Microsoft\Terminal Server Client" /v RDGClientTransport /f"#,
                    undo:
                        #"reg add "HKCU\Software\Microsoft\Terminal Server Client" /v RDGClientTransport /t REG_DWORD /d 1 /f"#
                ),
            ])
    }
}
