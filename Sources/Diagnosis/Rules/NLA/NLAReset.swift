import FleetModel

extension Rule {
    /// TLS is up, and the connection is reset when CredSSP begins.
    static let nlaReset = Rule(
        "nla-reset", .nla, .warning, .possible, symptoms: [Symptom.closedInCredSSP, Symptom.securityAuthority],
        isNot: [
            "Not a wrong password: no name and no password were sent.",
            "Not proof that users fail: they may use Kerberos, and only NTLM was tried here.",
        ]
    ) { seen in
        guard seen.credSSPFailure == .reset else { return nil }
        return Conclusion(
            short: "NLA: reset",
            medium: "resets as soon as NLA begins",
            long: "The connection was reset instead of an answer to the first message of CredSSP. Trouble with CredSSP "
                + "or the security subsystem (LSA), or a device between that inspects TLS, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.securityEvents, Remedy.ntlmPolicy, Remedy.secureChannel, Remedy.compareNearby, Remedy.inspection,
                Remedy.rebootServer,
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
