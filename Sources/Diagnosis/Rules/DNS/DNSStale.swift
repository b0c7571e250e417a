import FleetModel

extension Rule {
    /// No name server answers; an earlier address is used.
    static let dnsStale = Rule("dns-stale", .dns, .warning, .certain, mark: .warning(.timeout)) { seen in
        guard seen.usesStaleAddresses else { return nil }
        return Conclusion(
            short: "DNS down, old address",
            medium: "DNS is silent, an old address is used",
            long: "No name server answers. The server was probed at the address of an earlier answer; "
                + "clients without one in their cache cannot connect.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy(
                    .check, at: .dns, "Check that the name servers run and that UDP and TCP port 53 to them are open")
            ])
    }
}
