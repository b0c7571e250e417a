import FleetModel

extension Rule {
    /// The name leads nowhere any more, and the address to which it led still answers.
    static let dnsWorksByAddress = Rule(
        "dns-works-by-address", .dns, .down, .certain, seen: .sinceStart,
        symptoms: [
            Symptom.nameNotFound,
            Symptom.withoutCode("who connects by address, or remembers the old answer, notices nothing"),
        ],
        isNot: ["Not likely the server: its port accepts connections at the address that it had."]
    ) { seen in
        guard let check = seen.lastAddressAnswer, let reach = seen.snapshot?.lastReach else { return nil }
        let answers = "that address still accepts connections on \(seen.tcpPort)"
        let long: String
        let remedies: [Remedy]
        if case .resolverError(let code) = seen.failure(at: .dns) {
            // The record may be there: the name server does not say.
            long =
                "The name led to an address earlier, and the name server answers \(ResponseCodeText.name(of: code)) now, "
                + "while \(answers). So it is the name server or its zone, and probably not the server."
            remedies = [Remedy.askByHand, Remedy.ourNameServers, Remedy.zoneAndForwarders, Remedy.askOnClient]
        } else {
            long =
                "The name led to an address earlier, and leads to none now, while \(answers). So it is the record that "
                + "is gone, and probably not the server."
            remedies = Remedy.makeNameKnown
        }
        return Conclusion(
            short: "works by address only",
            medium: "works by address, not by name",
            long: long,
            evidence: seen.evidence(upTo: .dns) + [
                "name led to \(reach.address) until \(reach.at.iso8601)",
                "TCP \(check.peer): connected after \(elapsed(check.microseconds)), without the name",
            ],
            remedies: remedies)
    }
}
