import FleetModel

extension Rule {
    /// The server fails at another address than the one at which it last answered.
    static let dnsAddressChanged = Rule(
        "dns-address-changed", .dns, .warning, .possible, seen: .sinceStart, symptoms: [Symptom.nameLeadsAstray],
        isNot: ["Not proof that the server is down: it was asked at an address that is new to us."]
    ) { seen in
        guard let reach = seen.reachElsewhere else { return nil }
        return Conclusion(
            short: "DNS: new address fails",
            medium: "fails at a new address, old one worked",
            long:
                "The name leads to another address than the one at which the server last answered, and it fails there. "
                + "The server may have moved, or the record may lead to another machine.",
            evidence: seen.evidence(of: .dns) + ["answered last at \(reach.address), \(reach.at.iso8601)"],
            remedies: [
                Remedy.ownAddresses, Remedy.askByHand,
                Remedy(.fix, at: .dns, "If the record is wrong, correct it", undo: "set it to the new address again"),
                Remedy.registerName, Remedy.forgetAnswers,
            ])
    }
}
