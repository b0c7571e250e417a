import FleetModel

extension Rule {
    /// The server was reached through a tunnel, and packets to it leave another way now.
    static let pathTunnelGone = Rule(
        "path-tunnel-gone", .tcp, .down, .likely, seen: .here,
        symptoms: [Symptom.withoutCode("users who do not come through that tunnel notice nothing")],
        isNot: ["Not shown to be the server: what it was reached through is gone on this machine."]
    ) { seen in
        guard let (tunnel, reach) = seen.lostTunnel else { return nil }
        let now = seen.snapshot?.tcp?.facts?.link
        return Conclusion(
            short: "our VPN seems down",
            medium: "our tunnel to it seems down",
            long: "Packets to this server left through a tunnel when it last answered, and they leave "
                + (now == nil ? "no way" : "another way")
                + " now. The VPN of the machine that runs rdptop is probably down; the server may be healthy.",
            evidence: seen.evidence(upTo: .tcp)
                + ["answered last at \(reach.at.iso8601), through \(tunnel.words)"],
            remedies: [
                Remedy.ourRoutes, Remedy.ourAddresses, Remedy.fromElsewhere,
                Remedy(.fix, at: .here, "Connect the VPN of the machine that runs rdptop again"),
            ])
    }
}
