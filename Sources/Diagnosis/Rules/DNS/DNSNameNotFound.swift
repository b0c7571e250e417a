import FleetModel

extension Rule {
    /// The address of the fleet file answers, and the name leads to none.
    ///
    /// A note, because an address is often given for this very reason.
    static let dnsNameNotFound = Rule(
        "dns-name-not-found", .dns, .note, .likely, symptoms: [Symptom.nameNotFound],
        isNot: ["Not the server: it answers at the address that the fleet file gives."]
    ) { seen in
        guard let evidence = seen.namelessEvidence, seen.snapshot?.lastNamed == nil else { return nil }
        return Conclusion(
            short: "name leads nowhere",
            medium: "answers by address, name is unknown",
            long:
                "The server answers at the address that the fleet file gives, and the name server asked from here has "
                + "none for its name. Whoever types the name, and asks that name server, cannot connect.",
            evidence: evidence, remedies: Remedy.makeNameKnown)
    }
}
