import FleetModel

/// Two servers beside each other, fact by fact: what is different first.
struct Comparison: Sendable, Equatable {
    /// One fact of both.
    struct Line: Sendable, Equatable {
        let title: String
        let left: String
        let right: String
        /// Whether that is a difference that may explain something.
        let differs: Bool
    }

    /// Those that differ in front, each group in the order of the table.
    let lines: [Line]

    /// Compares what is known of two servers; a fact that is known of neither is left out.
    init(_ left: ServerStatus, _ right: ServerStatus, now: Instant) {
        let lines = ComparedFact.all.compactMap { fact -> Line? in
            let (first, second) = (fact.value(left, now), fact.value(right, now))
            guard first != nil || second != nil else { return nil }
            let unknown = "not known"
            return Line(
                title: fact.title, left: first ?? unknown, right: second ?? unknown,
                differs: fact.differs(left, right, now))
        }
        self.lines = lines.filter(\.differs) + lines.filter { !$0.differs }
    }

    /// How many facts differ.
    var differences: Int { lines.count(where: \.differs) }
}
