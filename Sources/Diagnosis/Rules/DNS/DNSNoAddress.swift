import FleetModel

extension Rule {
    /// The name exists without an A or AAAA record.
    static let dnsNoAddress = Rule("dns-no-address", .dns, .down, .certain) { seen in
        guard seen.failure(at: .dns) == .noAddress else { return nil }
        return Conclusion(
            short: "DNS: no address",
            medium: "DNS knows the name, but no address",
            long: "The name exists, but has neither an A nor an AAAA record.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy(.fix, at: .dns, "Add the A or AAAA record of the server to the zone"),
                Remedy.registerName,
                Remedy.forgetAnswers,
            ])
    }
}
