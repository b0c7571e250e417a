import FleetModel

extension Rule {
    /// The address of the fleet file answers, and the name leads to none any more.
    static let dnsNameLost = Rule(
        "dns-name-lost", .dns, .warning, .likely, seen: .sinceStart, symptoms: [Symptom.nameNotFound],
        isNot: ["Not the server: it answers at the address that the fleet file gives."]
    ) { seen in
        guard let evidence = seen.namelessEvidence, let lastNamed = seen.snapshot?.lastNamed else { return nil }
        return Conclusion(
            short: "name leads nowhere now",
            medium: "works by address, no longer by name",
            long:
                "The name led to an address earlier, and leads to none now, while the server answers at the address that "
                + "the fleet file gives. Whoever types the name, and asks the same name server, cannot connect.",
            evidence: evidence + ["the name led to an address at \(lastNamed.iso8601)"],
            remedies: Remedy.makeNameKnown)
    }
}
