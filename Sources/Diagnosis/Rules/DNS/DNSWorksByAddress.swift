import FleetModel

extension Rule {
    /// The name leads nowhere any more, and the address to which it led still answers.
    static let dnsWorksByAddress = Rule(
        "dns-works-by-address", .dns, .down, .certain, seen: .sinceStart,
        symptoms: [
            Symptom.nameNotFound,
            Symptom.withoutCode("who connects by address, or remembers the old answer, notices nothing"),
        ],
        isNot: ["Not the server: its port accepts connections at the address that it had."]
    ) { seen in
        guard let check = seen.lastAddressAnswer, let reach = seen.snapshot?.lastReach else { return nil }
        return Conclusion(
            short: "works by address only",
            medium: "works by address, not by name",
            long: "The name led to an address earlier, and leads to none now, while that address still accepts "
                + "connections on \(seen.tcpPort). So it is the record that is gone, and not the server.",
            evidence: seen.evidence(upTo: .dns) + [
                "name led to \(reach.address) until \(reach.at.iso8601)",
                "TCP \(check.peer): connected after \(elapsed(check.microseconds)), without the name",
            ],
            remedies: Remedy.makeNameKnown)
    }
}
