import FleetModel

extension Rule {
    /// A name server answered with an error.
    static let dnsResolverError = Rule(
        "dns-resolver-error", .dns, .down, .certain, symptoms: [Symptom.nameNotFound],
        isNot: [
            "Not the server: it was not asked, and may be healthy.",
            "Not NXDOMAIN: it is not said that the name does not exist.",
        ]
    ) { seen in
        guard case .resolverError(let code) = seen.failure(at: .dns), !seen.usesStaleAddresses else { return nil }
        let name = ResponseCodeText.name(of: code)
        return Conclusion(
            short: "DNS: \(name)",
            medium: "name server answers \(name)",
            long: "The name server could not answer, which says nothing about the server itself. SERVFAIL "
                + "points at the zone or at a forwarder, REFUSED at the name server's access rules.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [Remedy.askByHand, Remedy.ourNameServers, Remedy.zoneAndForwarders, Remedy.askOnClient])
    }
}
