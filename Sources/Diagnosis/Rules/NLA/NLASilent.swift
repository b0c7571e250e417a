import FleetModel

extension Rule {
    /// TLS is up, and CredSSP gets no answer.
    static let nlaSilent = Rule(
        "nla-silent", .nla, .warning, .possible, symptoms: [Symptom.silentWhileSecuring, Symptom.securityAuthority],
        isNot: [
            "Not a wrong password: no name and no password were sent.",
            "Not proof that users fail: they may use Kerberos, and only NTLM was tried here.",
        ]
    ) { seen in
        guard seen.credSSPFailure == .timedOut else { return nil }
        // An answer that begins and does not end is none, and it is not silence.
        let isSilent = seen.credSSP?.firstBytes.isEmpty ?? true
        return Conclusion(
            short: isSilent ? "NLA: no answer" : "NLA answer unfinished",
            medium: isSilent ? "TLS is up, NLA never answers" : "the NLA answer begins and never ends",
            long: "The first message of CredSSP, with an NTLM NEGOTIATE, got no "
                + (isSilent ? "answer" : "whole answer in time") + ". Trouble in the server's security "
                + "subsystem (LSA), or a domain controller it waits for, would look like this.",
            evidence: seen.evidence(upTo: .nla),
            remedies: Remedy.securitySubsystem, isNot: seen.isNotWhatPassed(before: .nla))
    }
}
