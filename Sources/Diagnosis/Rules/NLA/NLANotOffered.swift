import FleetModel

extension Rule {
    /// NLA is expected, and the server chose something without it.
    static let nlaNotOffered = Rule("nla-not-offered", .nla, .warning, .certain, mark: .warning(nil)) { seen in
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
                Remedy.requireNLA,
            ])
    }
}
