import FleetModel

extension Rule {
    /// The port answered us before, is silent now, and the host or its neighbours are up, or it is prohibited to us:
    /// somebody may have banned us.
    static let tcpPossiblyBlocked = Rule(
        "tcp-possibly-blocked", .tcp, .down, .possible,
        symptoms: [Symptom.withoutCode("nobody else sees an error if only this machine is blocked")],
        isNot: ["Not proof that users fail: they come from other addresses."]
    ) { seen in
        guard seen.isPossiblyBlocked else { return nil }
        let isProhibited = seen.failure(at: .tcp) == .blocked
        return Conclusion(
            short: "possibly blocked here",
            medium: isProhibited ? "possibly blocked: prohibited to us" : "possibly blocked: answered us before",
            long: (isProhibited
                ? "Something says that the connection is prohibited, at least to this machine. "
                : "The port answered this machine before and is silent now, though the host or its neighbours are up. ")
                + "A tool that bans addresses may have banned ours; then users elsewhere can still connect.",
            evidence: seen.evidence(upTo: .tcp) + seen.ownAddressEvidence,
            remedies: [
                Remedy(
                    .check, at: .client, "Try from another machine before anything else",
                    run: "Test-NetConnection {server} -Port {port}"),
                Remedy(
                    .check, at: .server,
                    "On the server, look for the address of this machine in IPBan, RdpGuard or the block rules of the firewall"
                ),
                Remedy(
                    .check, at: .server, for: .xrdp, "If it is Linux, see whether fail2ban has banned this machine",
                    run: "sudo fail2ban-client status", in: .sh),
                Remedy(
                    .fix, at: .server,
                    "Put the address of this machine on the whitelist (Whitelist in IPBan), or in the scope of the firewall rule",
                    undo: "take it off that list again"),
            ])
    }
}
