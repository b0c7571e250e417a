import FleetModel

extension Rule {
    /// TLS is up, and the connection is reset when CredSSP begins.
    static let nlaReset = Rule("nla-reset", .nla, .warning, .possible) { seen in
        guard seen.credSSPFailure == .reset else { return nil }
        return Conclusion(
            short: "NLA: reset",
            medium: "resets as soon as NLA begins",
            long: "The connection was reset instead of an answer to the first message of CredSSP. Trouble with CredSSP "
                + "or the security subsystem (LSA), or a device between that inspects TLS, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.securityEvents, Remedy.inspection, Remedy.ntlmPolicy])
    }
}
