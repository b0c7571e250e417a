import FleetModel

extension Rule {
    /// NLA is expected, and the server chose something without it.
    static let nlaNotOffered = Rule(
        "nla-not-offered", .nla, .warning, .certain, mark: .warning(nil),
        symptoms: [Symptom([], "no error; users get to the logon screen before they say who they are", .likely)],
        isNot: ["Not why a connection fails, unless clients are set to insist on NLA."]
    ) { seen in
        guard let expected = seen.server.policy.expectedNLA, expected != .absent, let chosen = seen.chosenProtocol,
            !chosen.offersNLA
        else { return nil }
        let word = chosen == .standard ? "standard security" : "TLS"
        return Conclusion(
            short: "NLA not offered",
            medium: "chose \(word) without NLA",
            long: "The fleet file says NLA is \(expected.rawValue), and the server, offered NLA, chose "
                + "\(word) without it. Anybody who can reach the port gets to the logon screen.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.saveListener,
                Remedy(
                    .check, at: .here, for: .xrdp,
                    "If it is xrdp, which has no NLA, set nla to absent under expect in the fleet file"),
                Remedy.requireNLA,
                Remedy(
                    .fix, at: .between, for: .xrdp, "If it is xrdp, restrict who may reach it, by firewall or gateway",
                    undo: "take the restriction back"),
            ])
    }
}
