import FleetModel

extension GatewayRule {
    /// The DTLS port does not answer.
    static let gatewayDTLS = GatewayRule("gateway-dtls", .udp, .note, .possible) { seen in
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
                    .check, at: .gateway,
                    "On the gateway, see that UDP is on, in RD Gateway Manager under Properties, Transport Settings"),
                Remedy(.fix, at: .between, "Let UDP pass to that port on the way"),
            ])
    }
}
