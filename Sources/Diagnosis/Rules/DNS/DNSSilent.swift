import FleetModel

extension Rule {
    /// No name server answered.
    static let dnsSilent = Rule(
        "dns-silent", .dns, .down, .certain, symptoms: [Symptom.nameNotFound],
        isNot: [
            "Not the server: it was not asked, and may be healthy.",
            "Not a wrong name: nobody has said that it does not exist.",
        ]
    ) { seen in
        guard seen.failure(at: .dns) == .resolverSilent, !seen.usesStaleAddresses else { return nil }
        return Conclusion(
            short: "DNS: no answer",
            medium: "no name server answered in time",
            long: "No name server answered, and no earlier address is known. This is a fault of the name "
                + "servers or of the way to them, and says nothing about the server itself.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [Remedy.ourNameServers, Remedy.askByHand, Remedy.nameServersRun, Remedy.askOnClient])
    }
}
