import FleetModel

extension Rule {
    /// The fleet file says that NLA is required, and the server does without it when asked to.
    static let nlaNotRequired = Rule(
        "nla-not-required", .nla, .warning, .certain, mark: .warning(.weak),
        symptoms: [Symptom([], "no error; clients without NLA get to the logon screen", .likely)],
        isNot: ["Not why a connection fails: the server takes clients with NLA and without."]
    ) { seen in
        guard seen.server.policy.expectedNLA == .required, seen.nlaRequirement == .offered else { return nil }
        return Conclusion(
            short: "NLA not required",
            medium: "NLA is offered, but not required",
            long: "The fleet file says NLA is required, and a connection that offered TLS alone was accepted. Anybody "
                + "who can reach the port gets to the logon screen.",
            evidence: seen.companionEvidence,
            remedies: [Remedy.saveListener, Remedy.requireNLA])
    }
}
