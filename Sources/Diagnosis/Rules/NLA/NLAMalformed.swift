import FleetModel

extension Rule {
    /// What answers CredSSP does not parse.
    static let nlaMalformed = Rule(
        "nla-malformed", .nla, .warning, .certain,
        symptoms: [Symptom([UserCode(0x8009_0308)], "an authentication error: the token is invalid", .possible)],
        isNot: ["Not a wrong password: no name and no password were sent."]
    ) { seen in
        guard seen.credSSPFailure == .malformed, seen.credSSP?.answer != .otherToken else { return nil }
        return Conclusion(
            short: "NLA: broken answer",
            medium: "the NLA answer does not parse",
            long: "The server chose NLA, and what it answers to CredSSP breaks the format.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.seeEveryStep, Remedy.securityEvents, Remedy.compareNearby, Remedy.inspection],
            isNot: seen.isNotWhatPassed(before: .nla))
    }
}
