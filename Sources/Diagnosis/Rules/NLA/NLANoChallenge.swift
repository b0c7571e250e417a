import FleetModel

extension Rule {
    /// CredSSP answers, and not with an NTLM CHALLENGE.
    static let nlaNoChallenge = Rule("nla-no-challenge", .nla, .warning, .possible) { seen in
        guard seen.credSSPFailure != nil, seen.credSSP?.answer == .otherToken else { return nil }
        return Conclusion(
            short: "NLA: no challenge",
            medium: "NLA answers without a challenge",
            long:
                "The server speaks CredSSP and answers NTLM with something that is no challenge. It may want Kerberos "
                + "only, or be software with a CredSSP of its own.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.ntlmPolicy, Remedy.seeEveryStep])
    }
}
