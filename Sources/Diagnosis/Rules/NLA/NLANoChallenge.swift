import FleetModel

extension Rule {
    /// CredSSP answers, and not with an NTLM CHALLENGE.
    static let nlaNoChallenge = Rule(
        "nla-no-challenge", .nla, .warning, .possible,
        symptoms: [Symptom([], "an authentication error for users without Kerberos; no code is documented", .possible)],
        isNot: [
            "Not proof that users fail: with Kerberos they may get in.",
            "Not a wrong password: no name and no password were sent.",
        ]
    ) { seen in
        guard seen.credSSPFailure != nil, seen.credSSP?.answer == .otherToken else { return nil }
        return Conclusion(
            short: "NLA: no challenge",
            medium: "NLA answers without a challenge",
            long:
                "The server speaks CredSSP and answers NTLM with something that is no challenge. It may want Kerberos "
                + "only, or be software with a CredSSP of its own.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.seeEveryStep, Remedy.ntlmPolicy,
                Remedy(.fix, at: .client, "Where Kerberos is wanted, let users connect by name and not by address"),
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
