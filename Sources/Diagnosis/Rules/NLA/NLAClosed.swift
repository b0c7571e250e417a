import FleetModel

extension Rule {
    /// TLS is up, and the server closes when CredSSP begins.
    static let nlaClosed = Rule(
        "nla-closed", .nla, .warning, .possible, symptoms: [Symptom.closedInCredSSP, Symptom.securityAuthority],
        isNot: [
            "Not a wrong password: no name and no password were sent.",
            "Not proof that users fail: they may use Kerberos, and only NTLM was tried here.",
        ]
    ) { seen in
        guard seen.credSSPFailure == .closed else { return nil }
        return Conclusion(
            short: "NLA: closed",
            medium: "closes as soon as NLA begins",
            long: "TLS is up, and the connection was closed instead of an answer to the first message of CredSSP. "
                + "Trouble with CredSSP or the security subsystem (LSA), or NTLM that is blocked, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: Remedy.securitySubsystem, isNot: seen.isNotWhatPassed(before: .nla))
    }
}
