import FleetModel

extension CauseTrait {
    /// The same verdict. No healthy server can have it, so it is said only of those that nothing else is said of.
    static let verdict = CauseTrait(
        .verdict, Wording(prefix: ": ", auxiliary: nil), isCircumstance: true
    ) { population in
        var groups: [Subject.Verdict: [Int]] = [:]
        for (place, index) in population.failing.enumerated() {
            if let verdict = population.subjects[index].verdict { groups[verdict, default: []].append(place) }
        }
        // In an order of their own: two rules may say the same in so many words, of as many servers.
        let large = groups.filter { $0.value.count >= CommonCauses.fewest }.sorted { $0.key.rule < $1.key.rule }
        return Findings(
            candidates: large.map { verdict, members in
                Candidate(
                    value: verdict.short, evidence: .likeness, members: members, explained: 0, healthy: 0,
                    others: StateCounts())
            })
    }
}
