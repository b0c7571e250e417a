import FleetModel

extension GatewayRule {
    /// The DTLS port does not answer.
    static let gatewayDTLS = GatewayRule(
        "gateway-dtls", .udp, .note, .possible, symptoms: [.gatewayWithoutUDP],
        isNot: [
            "Not why connecting fails: UDP begins only when a session is there.",
            "Not UDP 3389 of the servers behind it: clients behind a gateway do not use that themselves.",
        ]
    ) { seen in
        guard let failure = seen.snapshot?.dtls?.failure, failure.letter != nil, seen.climb.failure(at: .tcp) == nil
        else {
            return nil
        }
        let port = seen.gateway.datagramPort ?? Gateway.defaultDatagramPort
        return Conclusion(
            short: "UDP \(port) \(failure == .timedOut ? "no answer" : "fails")",
            medium: "no DTLS handshake on UDP \(port)",
            long: "The DTLS handshake on the UDP port of the gateway fails. A firewall that drops it, or UDP that is "
                + "switched off, would look like this. Sessions run over HTTPS then, which is slower on lossy lines, and no failed "
                + "connection.",
            evidence: seen.dtlsEvidence,
            remedies: [
                Remedy(
                    .check, at: .gateway, "On the gateway, see whether anything listens on that port",
                    run: "Get-NetUDPEndpoint -LocalPort \(port)"),
                Remedy(
                    .check, at: .gateway,
                    "On the gateway, see that UDP is on, in RD Gateway Manager under Properties, Transport Settings"),
                Remedy(
                    .fix, at: .between, "On the way, let UDP \(port) pass to the gateway",
                    risk: "one more port is open to whoever reaches it", undo: "close it again"),
            ])
    }
}
