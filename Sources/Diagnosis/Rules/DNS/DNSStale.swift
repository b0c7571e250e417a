import FleetModel

extension Rule {
    /// No name server answers; an earlier address is used.
    static let dnsStale = Rule(
        "dns-stale", .dns, .warning, .certain, mark: .warning(.timeout),
        symptoms: [
            Symptom(
                Symptom.nameNotFound.codes, "clients that do not remember the address cannot find the computer",
                .possible)
        ], isNot: ["Not a fault of the server: it is the name servers that are silent."]
    ) { seen in
        guard seen.usesStaleAddresses else { return nil }
        return Conclusion(
            short: "DNS down, old address",
            medium: "DNS is silent, an old address is used",
            long: "No name server answers. The server was probed at the address of an earlier answer; "
                + "clients without one in their cache cannot connect.",
            evidence: seen.evidence(upTo: .dns),
            remedies: [Remedy.askByHand, Remedy.ourNameServers, Remedy.nameServersRun])
    }
}
