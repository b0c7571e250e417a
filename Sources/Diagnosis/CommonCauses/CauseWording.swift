import FleetModel

/// Puts a choice into words.
struct CauseWording {
    /// The longest statement: what a line of 80 columns holds.
    static let limit = 78

    let population: Population
    let gateways: [Gateway.ID: GatewayStatus]

    /// The statement on a group of servers.
    func cause(of choice: CauseSearch.Choice, servers: [Server.ID]) -> SharedCause {
        let (candidate, trait) = (choice.candidate, choice.trait)
        let (failing, all) = (candidate.members.count, population.failing.count)
        let head = "\(failing) of \(all) \(population.failingState.failingWord)\(trait.wording.prefix)"
        let whole = CleanText.clean(candidate.value)
        let comparisons = comparisons(trait.wording.auxiliary, candidate).map { trait.wording.suffix + $0 }
        let fullest = comparisons.first ?? trait.wording.suffix
        // A name tells more than on which path others work.
        let fits = { (tail: String) in head.count + whole.count + tail.count <= Self.limit }
        let tail = comparisons.first(where: fits) ?? comparisons.last ?? trait.wording.suffix
        let value = cut(whole, to: max(8, Self.limit - head.count - tail.count))
        return SharedCause(
            trait: trait.trait, value: whole, failing: failing, failingTotal: all,
            healthy: candidate.healthy + candidate.partly, healthyTotal: population.working, others: candidate.others,
            confidence: choice.confidence, statement: cut(head + value + tail, to: Self.limit),
            compared: comparisons.last.map { cut(head + value + $0, to: Self.limit) },
            short: head + value + trait.wording.suffix,
            long: long(choice, head + whole + fullest), servers: servers)
    }

    /// `; 0 of 371 healthy do`, the fullest form first; those with a warning are not called healthy, but work.
    ///
    /// Whoever lets users in is counted, so that the numbers are those of the states. `; 2 of 77 working do, on another
    /// path`: these say nothing against what is shut.
    private func comparisons(_ auxiliary: String?, _ candidate: Candidate) -> [String] {
        guard let auxiliary else { return [] }
        guard population.working > 0 else { return ["; none is healthy"] }
        let word = population.hasWorkingWithWarning ? "working" : "healthy"
        let count = candidate.healthy + candidate.partly
        let comparison = "; \(count) of \(population.working) \(word) \(auxiliary)"
        let isOnAnotherPath = candidate.healthy == 0 && candidate.partly > 0
        return (isOnAnotherPath ? [comparison + ", on another path"] : []) + [comparison]
    }

    private func long(_ choice: CauseSearch.Choice, _ statement: String) -> String {
        var sentences = [statement]
        switch choice.candidate.evidence {
        case .seen:
            let headline = gateways[choice.candidate.value.lowercased()]?.judgement.headline
            sentences.append(
                "\(CleanText.clean(choice.candidate.value)) is down itself" + (headline.map { ": \($0.medium)" } ?? ""))
        case .likeness: sentences.append("That they fail alike does not say that they fail for one reason")
        case .compared, .coincidence: break
        }
        if let chance = choice.chance { sentences.append("By chance alone \(rarity(chance)) would look like this") }
        if population.hasWorkingWithWarning, choice.trait.wording.auxiliary != nil {
            sentences.append("Those with a warning that keeps nobody out are counted as working")
        }
        return CleanText.clean(sentences.joined(separator: ". ") + ".", limit: 400)
    }

    /// How rare a chance is, in powers of ten, and never rarer than one in a million: the test knows no better.
    private func rarity(_ chance: Double) -> String {
        let steps = [(1e-6, "1,000,000"), (1e-5, "100,000"), (1e-4, "10,000"), (1e-3, "1,000"), (1e-2, "100")]
        let step = steps.first { chance <= naturalLogarithm($0.0) }
        return "fewer than 1 of \(step?.1 ?? "20") such fleets"
    }

    private func cut(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : text.prefix(max(0, limit - 1)) + "~"
    }
}
