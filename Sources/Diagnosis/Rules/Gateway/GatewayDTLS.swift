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
            medium: "no DTLS on UDP \(port), HTTPS decides",
            long: "The UDP port of the gateway does not answer a DTLS handshake: a firewall drops it, or UDP is "
                + "switched off. Sessions run over HTTPS then, which is slower on lossy lines, and no failed "
                + "connection.",
            evidence: seen.dtlsEvidence,
            remedies: [
                "On the gateway, see that UDP is on, in RD Gateway Manager under Properties, Transport Settings",
                "Let UDP pass to that port on the way",
            ])
    }
}
