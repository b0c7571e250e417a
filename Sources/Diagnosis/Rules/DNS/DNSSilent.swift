import FleetModel

extension Rule {
    /// No name server answered.
    static let dnsSilent = Rule("dns-silent", .dns, .down, .certain) { seen in
        guard seen.failure(at: .dns) == .resolverSilent, !seen.usesStaleAddresses else { return nil }
        return Conclusion(
            short: "DNS: no answer",
            medium: "no name server answered in time",
            long: "No name server answered, and no earlier address is known. This is a fault of the name "
                + "servers or of the way to them, and says nothing about the server itself.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy(
                    .check, at: .dns, "Check that the name servers run and that UDP and TCP port 53 to them are open"),
                Remedy(
                    .check, at: .here,
                    "Check which name servers are set, in /etc/resolv.conf or under resolvers in the fleet file"),
            ])
    }
}
