import FleetModel

extension Rule {
    /// A name server answered with an error.
    static let dnsResolverError = Rule("dns-resolver-error", .dns, .down, .certain) { seen in
        guard case .resolverError(let code) = seen.failure(at: .dns), !seen.usesStaleAddresses else { return nil }
        let name = ResponseCodeText.name(of: code)
        return Conclusion(
            short: "DNS: \(name)",
            medium: "name server answers \(name)",
            long: "The name server could not answer, which says nothing about the server itself. SERVFAIL "
                + "points at the zone or at a forwarder, REFUSED at the name server's access rules.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy(
                    .check, at: .here,
                    "Ask the same name server by hand (it is named in /etc/resolv.conf or under resolvers in the fleet file)"
                ),
                Remedy(.check, at: .dns, "Look at the zone and the forwarders on that name server"),
            ])
    }
}
