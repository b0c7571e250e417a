import FleetModel

/// Two servers beside each other, fact by fact: what is different first, what is known of one only behind it.
struct Comparison: Sendable, Equatable {
    /// How the two values of a fact relate.
    enum Relation: Sendable, CaseIterable {
        /// In a way that may explain something.
        case different
        /// Known of one of them, as when the other did not get as far.
        case oneSided
        /// Or not to be compared, as addresses are.
        case same
    }

    /// One fact of both.
    struct Line: Sendable, Equatable {
        let title: String
        let left: String
        let right: String
        let relation: Relation
    }

    /// In the order of their relation, and then of the table.
    let lines: [Line]

    /// Compares what is known of two servers; a fact that is known of neither is left out.
    init(_ left: ServerStatus, _ right: ServerStatus, now: Instant) {
        let lines = ComparedFact.all.compactMap { fact -> Line? in
            let (first, second) = (fact.value(left, now), fact.value(right, now))
            let relation: Relation
            switch (first, second) {
            case (nil, nil): return nil
            case (_?, nil), (nil, _?): relation = .oneSided
            case (_?, _?): relation = fact.differs(left, right, now) ? .different : .same
            }
            let unknown = "not known"
            return Line(
                title: fact.title, left: first ?? unknown, right: second ?? unknown, relation: relation)
        }
        self.lines = Relation.allCases.flatMap { relation in lines.filter { $0.relation == relation } }
    }

    /// How many facts are in a relation.
    func count(of relation: Relation) -> Int { lines.count { $0.relation == relation } }
}
