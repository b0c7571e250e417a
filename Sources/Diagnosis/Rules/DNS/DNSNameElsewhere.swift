import FleetModel

extension Rule {
    /// The name leads to other addresses than the one that the fleet file gives.
    static let dnsNameElsewhere = Rule(
        "dns-name-elsewhere", .dns, .warning, .likely, symptoms: [Symptom.nameLeadsAstray],
        isNot: ["Not a statement on what stands at those addresses: only the one in the fleet file is probed."]
    ) { seen in
        guard let check = seen.nameCheck, check.failure == nil, let address = seen.server.address,
            !check.addresses.isEmpty, !check.addresses.contains(address)
        else { return nil }
        let isAnother = seen.answersAsAnotherComputer
        let found = check.addresses.prefix(4).map(\.description).joined(separator: ", ")
        return Conclusion(
            short: "name leads elsewhere",
            medium: "the name leads to another address",
            long: isAnother
                ? "The fleet file gives an address for this name, which leads to another, and the computer at the given one "
                    + "calls itself by another name. The address in the fleet file is probably out of date."
                : "The fleet file gives an address for this name, which leads to another. That may be on purpose, as before "
                    + "a load balancer or from inside; else users meet another machine than the one that is probed.",
            evidence: ["\(check.name): \(found), asked at \(check.at.iso8601)", "fleet file: \(address)"]
                + (isAnother ? seen.evidence(of: .nla) : []),
            remedies: [
                Remedy.askByHand, Remedy.ownAddresses,
                Remedy(.fix, at: .here, "If the address in the fleet file is out of date, correct it or leave it out"),
                Remedy(.fix, at: .dns, "If the record is, correct that", undo: "set it to the old address again"),
                Remedy.forgetAnswers,
            ], severity: isAnother ? nil : .note, confidence: isAnother ? nil : .possible)
    }
}
