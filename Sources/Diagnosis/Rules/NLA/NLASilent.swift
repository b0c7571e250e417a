import FleetModel

extension Rule {
    /// TLS is up, and CredSSP gets no answer.
    static let nlaSilent = Rule("nla-silent", .nla, .warning, .possible) { seen in
        guard seen.credSSPFailure == .timedOut else { return nil }
        return Conclusion(
            short: "NLA: no answer",
            medium: "TLS is up, NLA never answers",
            long:
                "The first message of CredSSP, a bare NTLM NEGOTIATE, got no answer. Trouble in the server's security "
                + "subsystem (LSA), or a domain controller it waits for, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.secureChannel, Remedy.securityEvents, Remedy.ntlmPolicy])
    }
}
