import FleetModel

extension Rule {
    /// The name server's answer does not parse.
    static let dnsMalformed = Rule("dns-malformed", .dns, .down, .certain) { seen in
        guard seen.failure(at: .dns) == .malformed else { return nil }
        return Conclusion(
            short: "DNS: broken answer",
            medium: "the name server's answer is broken",
            long: "The name server's answer does not follow the format. The name server is broken, or something "
                + "between answers in its place; nothing is known of the server itself.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [
                Remedy(
                    .check, at: .here,
                    "Ask the same name server by hand (it is named in /etc/resolv.conf or under resolvers in the fleet file)"
                ),
                Remedy(.check, at: .dns, "Check for a proxy or firewall that rewrites DNS answers"),
            ])
    }
}
