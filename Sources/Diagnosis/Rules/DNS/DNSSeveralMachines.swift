import FleetModel

extension Rule {
    /// One machine of a name that leads to several fails, and the others were not asked.
    static let dnsSeveralMachines = Rule(
        "dns-several-machines", .dns, .note, .possible,
        symptoms: [Symptom.withoutCode("some users fail and others connect, and a second try may help")],
        isNot: ["Not proof that all machines of the name fail: one of them was asked."]
    ) { seen in
        guard let others = seen.untriedMachines, let peer = seen.snapshot?.tcp?.facts?.peer else { return nil }
        return Conclusion(
            short: "name of \(others + 1) addresses",
            medium: "1 of \(others + 1) addresses asked, it fails",
            long: "The name leads to \(others + 1) addresses, and the one that connected first fails; a probe asks no "
                + "more than one. If they are several machines, users fail or connect as DNS leads them.",
            evidence: seen.evidence(of: .dns) + ["asked: \(peer)"],
            remedies: [
                Remedy.askEachAddress,
                Remedy(
                    .fix, at: .dns, "Until it is repaired, take the address that fails out of DNS",
                    undo: "add the record again"),
            ])
    }
}
