import FleetModel

extension Rule {
    /// NLA is expected to be absent, and the server chose it.
    static let nlaUnexpected = Rule(
        "nla-unexpected", .nla, .warning, .certain, mark: .warning(nil), symptoms: [Symptom.needsNLA.doubted],
        isNot: ["Not a fault for clients with NLA, as current ones are."]
    ) { seen in
        guard seen.server.policy.expectedNLA == .absent, let chosen = seen.chosenProtocol, chosen.offersNLA else {
            return nil
        }
        return Conclusion(
            short: "NLA offered",
            medium: "chose NLA, expected to be absent",
            long: "The fleet file says that NLA is absent, and the server chose it. Clients without NLA may "
                + "be refused.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy(.check, at: .here, "If NLA is wanted, correct what is expected in the fleet file")
            ])
    }
}
