import FleetModel

extension Rule {
    /// TLS is up, and the server closes when CredSSP begins.
    static let nlaClosed = Rule("nla-closed", .nla, .warning, .possible) { seen in
        guard seen.credSSPFailure == .closed else { return nil }
        return Conclusion(
            short: "NLA: closed",
            medium: "closes as soon as NLA begins",
            long: "The server closed the connection instead of answering the first message of CredSSP. Trouble with "
                + "CredSSP or the security subsystem (LSA), or NTLM that is blocked, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.ntlmPolicy, Remedy.secureChannel, Remedy.securityEvents])
    }
}
