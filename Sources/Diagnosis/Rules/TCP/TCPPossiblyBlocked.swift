import FleetModel

extension Rule {
    /// The port answered us before, is silent now, and the host or its neighbours are up: somebody may have banned us.
    static let tcpPossiblyBlocked = Rule("tcp-possibly-blocked", .tcp, .down, .possible) { seen in
        guard seen.isPossiblyBlocked else { return nil }
        return Conclusion(
            short: "possibly blocked here",
            medium: "possibly blocked: answered us before",
            long: "The port answered this machine before and is silent now, though the host or its neighbours are up. "
                + "A tool that bans addresses may have banned ours; then users elsewhere can still connect.",
            evidence: seen.evidence(upTo: .tcp) + seen.ownAddressEvidence,
            remedies: [
                Remedy(
                    .check, at: .here, "Try from another machine before anything else", run: "rdptop check {server}",
                    in: .sh),
                Remedy(
                    .check, at: .between,
                    "On the server, look for the address of this machine in IPBan, RdpGuard or the firewall's block rules"
                ),
                Remedy(
                    .fix, at: .between,
                    "Put it on their whitelist (Whitelist in IPBan), or in the scope of the firewall rule"),
            ])
    }
}
