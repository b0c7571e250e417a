import FleetModel

/// Something in which servers can be alike: one value in one file under Traits/, and one line in ``CauseTraitTable``.
struct CauseTrait: Sendable {
    /// How a trait stands in a sentence: `17 of 21 down` + ` sit behind ` + value + suffix, `0 of 371 healthy` + ` do`.
    struct Wording: Sendable {
        let prefix: String
        var suffix = ""
        /// `do`, `are`, `were`; nil when no healthy server can have it, so that the comparison says nothing.
        let auxiliary: String?
    }

    /// What reports call it.
    let trait: SharedCause.Trait
    /// How it stands in a sentence.
    let wording: Wording
    /// Whether it only tells where something happens. Such a trait is worth saying though it is no cause.
    let isCircumstance: Bool
    /// The groups of servers that are alike in it.
    let find: @Sendable (Population) -> Findings

    /// What was found, and out of how many.
    struct Findings: Sendable {
        /// Groups in which enough servers fail.
        var candidates: [Candidate] = []
        /// A signature of each group that was compared: groups of the same servers are one comparison.
        var compared: Set<UInt64> = []
    }

    /// A trait that is found in another way than by counting values.
    init(
        _ trait: SharedCause.Trait, _ wording: Wording, isCircumstance: Bool = false,
        find: @escaping @Sendable (Population) -> Findings
    ) {
        self.trait = trait
        self.wording = wording
        self.isCircumstance = isCircumstance
        self.find = find
    }

    /// A trait of which a server has at most one value.
    ///
    /// - Parameters:
    ///   - trait: What reports call it.
    ///   - wording: How it stands in a sentence.
    ///   - isCircumstance: Whether it only tells where.
    ///   - explains: Whether it can be why a server fails as it does.
    ///   - seen: Whether something of this value is known to have failed itself, which needs no comparison.
    ///   - text: The value in words.
    ///   - value: What a server has of it.
    init(
        _ trait: SharedCause.Trait, _ wording: Wording, isCircumstance: Bool = false,
        explains: @escaping @Sendable (Subject) -> Bool,
        seen: @escaping @Sendable (TraitValue, Population) -> Bool = { _, _ in false },
        text: @escaping @Sendable (TraitValue) -> String, value: @escaping @Sendable (Subject) -> TraitValue?
    ) {
        self.init(trait, wording, isCircumstance: isCircumstance) { population in
            var tallies = Tallies(population, explains)
            // By index here and elsewhere: a loop over the values would copy each of them.
            for index in population.subjects.indices {
                if let value = value(population.subjects[index]) { tallies.add(value, index) }
            }
            return tallies.findings(text) { seen($0, population) ? .seen : .compared }
        }
    }
}

extension TraitValue {
    /// The text of a value that is one.
    var asText: String {
        switch self {
        case .text(let text): text
        case .number, .address, .answer, .build: ""
        }
    }
}
