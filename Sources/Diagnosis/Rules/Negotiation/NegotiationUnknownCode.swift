import FleetModel

extension Rule {
    /// RDP_NEG_FAILURE with a code that is not defined.
    static let negotiationUnknownCode = Rule(
        "negotiation-unknown-code", .x224, .down, .certain, symptoms: [Symptom.negotiationRefused],
        isNot: [
            "Not a firewall and not another service: the server answered in RDP, and said why.",
            "Not Windows as documented: the specification knows six codes, and this is none of them.",
        ]
    ) { seen in
        guard case .negotiationRefused(let code) = seen.failure(at: .x224), !(1...6).contains(code) else { return nil }
        let number = NegotiationFailureName.symbol(of: code)
        return Conclusion(
            short: "refuses: \(number)",
            medium: "refuses with code \(number)",
            long: "The server refused the negotiation with a code that the specification does not define.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.seeEveryStep, Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpLog])
    }
}
