import FleetModel

extension Rule {
    /// Only a request for standard RDP security passes.
    static let variantStandardSecurity = Rule(
        "variant-standard-security", .x224, .down, .likely, seen: .variants,
        symptoms: [Symptom.connectionClosed],
        isNot: ["Not a dead listener: it answers a request for standard RDP security."]
    ) { seen in
        guard seen.passing(at: .x224, { $0.requested == .standard }) != nil, seen.passesInSeveralWays == nil,
            seen.passing(at: .x224, { $0.requested != .standard }) == nil
        else { return nil }
        return Conclusion(
            short: "only standard security",
            medium: "answers only standard RDP security",
            long: "A request for TLS or NLA fails without a word, and one for standard RDP security passes. The server "
                + "is probably set to it, or too old for anything else; current clients do not connect like that.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.saveListener, Remedy.xrdpVersions, Remedy.requireTLS, Remedy.securityPolicy,
                Remedy(
                    .disruptive, at: .server, for: .xrdp,
                    "If it is xrdp, set security_layer=negotiate in /etc/xrdp/xrdp.ini and restart",
                    run: "sudo systemctl restart xrdp", in: .sh, risk: "may end the sessions of xrdp",
                    undo: "the old line, and the same restart"),
            ], isNot: seen.isNotWhatPassed(before: .x224))
    }
}
