import FleetModel

extension Rule {
    /// The server says in CredSSP that NTLM is blocked.
    static let nlaNTLMBlocked = Rule(
        "nla-ntlm-blocked", .nla, .warning, .likely,
        symptoms: [
            Symptom(
                [UserCode(SecurityStatus.ntlmBlocked)],
                "an authentication error by address, with a local account, or where no domain controller is in reach",
                .possible)
        ],
        isNot: [
            "Not a fault where NTLM is blocked on purpose: users with Kerberos can get in.",
            "Not a wrong password: no name and no password were sent.",
        ]
    ) { seen in
        guard seen.credSSPFailure == .securityError(SecurityStatus.ntlmBlocked) else { return nil }
        return Conclusion(
            short: "NLA: NTLM is blocked",
            medium: "NLA answers that NTLM is blocked",
            long: "The server refuses NTLM, so users need Kerberos: a name that a domain controller knows, and no "
                + "address. Where NTLM is blocked on purpose, that is as it should be.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.ntlmPolicy,
                Remedy(
                    .fix, at: .client, "If NTLM is blocked on purpose, let users connect by name and not by address"),
                Remedy(
                    .weakening, at: .server, for: .windows,
                    "If it is not on purpose, set the policies that restrict NTLM back for this server",
                    risk: "NTLM is weaker than Kerberos, and can be relayed", undo: "the old value of the policy"),
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
