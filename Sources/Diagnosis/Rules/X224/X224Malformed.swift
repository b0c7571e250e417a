import FleetModel

extension Rule {
    /// The answer begins like RDP and does not parse.
    static let x224Malformed = Rule(
        "x224-malformed", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: ["Not another well-known service: the answer begins like RDP."]
    ) { seen in
        guard seen.failure(at: .x224) == .malformed else { return nil }
        return Conclusion(
            short: "broken RDP answer",
            medium: "the RDP answer does not parse",
            long: "The answer begins like an RDP answer and breaks the format, or it ends the connection "
                + "instead of confirming it. Mismatched software or something between that changes the "
                + "bytes would look like this.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.portOwner, Remedy.portOwnerName, Remedy.listenerLog, Remedy.restartService,
            ])
    }
}
