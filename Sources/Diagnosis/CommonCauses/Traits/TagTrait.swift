import FleetModel

extension CauseTrait {
    /// A tag of the fleet file. What it stands for nobody here knows, so it is never more than a hint.
    static let tag = CauseTrait(
        .tag, Wording(prefix: " have the tag ", auxiliary: "do"), isCircumstance: true
    ) { population in
        var tallies = Tallies(population) { _ in false }
        for index in population.subjects.indices {
            let tags = population.subjects[index].tags
            for (place, tag) in tags.enumerated() where !tags[..<place].contains(tag) {
                tallies.add(.text(tag), index)
            }
        }
        return tallies.findings(\.asText) { _ in .compared }
    }
}
