/// Steps of one rank that follow each other.
package struct RemedyGroup: Sendable, Hashable {
    /// A step and its place among all steps of its finding.
    package struct Step: Sendable, Hashable {
        /// From 1 on, through all groups.
        package var number: Int
        /// What to do.
        package var remedy: Remedy
    }

    /// How much these steps may change.
    package var rank: Remedy.Rank
    /// At least one, in order.
    package var steps: [Step]
}

extension [Remedy] {
    /// The steps in their order, in groups of one rank.
    package var groups: [RemedyGroup] {
        var groups: [RemedyGroup] = []
        for (index, remedy) in enumerated() {
            if groups.last?.rank != remedy.rank { groups.append(RemedyGroup(rank: remedy.rank, steps: [])) }
            groups[groups.count - 1].steps.append(.init(number: index + 1, remedy: remedy))
        }
        return groups
    }
}

extension Remedy.Rank {
    /// What steps of this rank are marked with for people.
    package var mark: String {
        switch self {
        case .check: "look"
        case .fix: "fix"
        case .disruptive: "disrupts"
        case .weakening: "weakens security"
        }
    }
}

extension Remedy {
    /// What to do and what it risks, without the command.
    package var lead: String { text + (risk.map { " (\($0))" } ?? "") }
}
