import FleetModel

extension Rule {
    /// The address of a server that is silent lies in a subnet of this machine's own, which may hide the real one.
    static let pathOverlappingSubnet = Rule(
        "path-overlapping-subnet", .tcp, .warning, .possible, seen: .here,
        symptoms: [Symptom.withoutCode("users elsewhere may notice nothing")],
        isNot: ["Not a fault if the server does stand in that network: then it is silent for another reason."]
    ) { seen in
        guard let link = seen.overlappingLink, let subnet = link.subnet else { return nil }
        return Conclusion(
            short: "in our own subnet",
            medium: "our own network may hide it",
            long:
                "The address of the server is inside our own subnet \(subnet), on \(link.interface). If the server is "
                + "elsewhere, ours hides it, and nothing from here reaches it.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.ourRoutes, Remedy.ourAddresses, Remedy.fromElsewhere,
                Remedy(
                    .fix, at: .here, "If they overlap, give the network on this machine other addresses",
                    risk: "what runs in that network must be started again", undo: "the old addresses"),
            ], severity: link.kind == .bridge ? nil : .note)
    }
}
