import FleetModel

extension Rule {
    /// NLA is offered and can be left out, where nothing is said of it.
    static let nlaOptional = Rule(
        "nla-optional", .nla, .note, .certain,
        symptoms: [Symptom([], "no error; clients without NLA get to the logon screen", .likely)],
        isNot: ["Not why a connection fails: the server takes clients with NLA and without."]
    ) { seen in
        guard seen.server.policy.expectedNLA == nil, seen.nlaRequirement == .offered else { return nil }
        return Conclusion(
            short: "NLA not required",
            medium: "NLA is offered, but not required",
            long: "A connection that offered TLS alone was accepted, so anybody who can reach the port gets to the "
                + "logon screen.",
            evidence: seen.companionEvidence,
            remedies: [Remedy.saveListener, Remedy.requireNLA])
    }
}
