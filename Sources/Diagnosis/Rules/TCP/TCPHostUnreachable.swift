import FleetModel

extension Rule {
    /// The network said that the host cannot be reached.
    static let tcpHostUnreachable = Rule("tcp-host-unreachable", .tcp, .down, .certain) { seen in
        guard seen.failure(at: .tcp) == .unreachable(.host) else { return nil }
        return Conclusion(
            short: "host unreachable",
            medium: "the network says: host unreachable",
            long: "A router or the local network said that the host cannot be reached: it is off, it has "
                + "another address, or a firewall rejects.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy(.check, at: .server, "Check that the host is on and has this address"),
                Remedy.pathFirewall,
            ])
    }
}
