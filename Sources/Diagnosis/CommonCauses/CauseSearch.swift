import FleetModel

/// Chooses, out of all groups of servers that are alike, the few that are worth a sentence.
///
/// A group is judged by Fisher's exact test: how probable it is that so many of those who have the trait fail by chance,
/// given how many of the fleet fail. The test is exact, so that three servers do not weigh like thirty. Many groups are
/// compared, and one of many will look striking by chance; so its probability is multiplied by the number of different
/// groups (Bonferroni), those of the same servers counted once. What is left must be below 5 % to be said at all.
///
/// In a large fleet little differences are hardly ever chance; so a group must also matter: at least as many of those who
/// have the trait fail as are healthy, or nearly all failing servers have it and few healthy ones.
///
/// The best statement is taken, then the servers it is about are taken out, and the rest is judged anew. Thus a second,
/// independent cause is found, and what only repeats the first is not. Of groups of nearly the same servers the one whose
/// trait tells more is taken, which is the first in ``CauseTraitTable`` that can be why they fail as they do: a gateway
/// comes before the site it serves.
struct CauseSearch {
    /// A statement to be made.
    struct Choice {
        let trait: CauseTrait
        let candidate: Candidate
        let confidence: Confidence
        /// The natural logarithm of the chance, all comparisons taken into account; nil when there was none.
        let chance: Double?
    }

    /// More than these nobody reads.
    static let most = 5
    /// Above this chance nothing is said.
    private static let doubtful = naturalLogarithm(0.05)
    /// Below this chance a cause may be called likely.
    private static let convincing = naturalLogarithm(0.001)

    private let population: Population
    private let candidates: [(rank: Int, trait: CauseTrait, candidate: Candidate)]
    /// The natural logarithm of the number of comparisons.
    private let correction: Double
    private let chance: Chance
    private var isExplained: [Bool]
    /// How many failing servers no statement is about so far.
    private(set) var unexplained: Int

    init(_ population: Population) {
        self.population = population
        isExplained = Array(repeating: false, count: population.failing.count)
        unexplained = population.failing.count
        guard population.failing.count >= CommonCauses.fewest else {
            (candidates, correction, chance) = ([], 0, Chance(upTo: 0))
            return
        }
        var compared: Set<UInt64> = []
        var found: [(rank: Int, trait: CauseTrait, candidate: Candidate)] = []
        for (rank, trait) in CauseTraitTable.traits.enumerated() {
            let findings = trait.find(population)
            compared.formUnion(findings.compared)
            for candidate in findings.candidates
            where trait.isCircumstance || candidate.explained * 2 >= candidate.members.count {
                found.append((rank, trait, candidate))
            }
        }
        candidates = found
        correction = naturalLogarithm(Double(max(1, compared.count)))
        chance = Chance(upTo: population.compared)
    }

    /// The statements, the strongest first.
    mutating func choices() -> [Choice] {
        var choices: [Choice] = []
        while choices.count < Self.most, unexplained >= CommonCauses.fewest, let choice = next() {
            for place in choice.candidate.members where !isExplained[place] {
                isExplained[place] = true
                unexplained -= 1
            }
            choices.append(choice)
        }
        return choices
    }

    private func next() -> Choice? { nextSeen() ?? nextUnlikely() ?? nextLikeness() }

    /// The largest group behind something that has failed itself.
    private func nextSeen() -> Choice? {
        let seen = candidates.filter { $0.candidate.evidence.isSeen && left(of: $0.candidate) != nil }
        let largest = seen.max { left, right in
            let (first, second) = (left.candidate, right.candidate)
            return first.members.count == second.members.count
                ? first.value > second.value : first.members.count < second.members.count
        }
        return largest.map { Choice(trait: $0.trait, candidate: $0.candidate, confidence: .likely, chance: nil) }
    }

    /// The group that chance explains least, or the most telling one of nearly the same servers.
    private func nextUnlikely() -> Choice? {
        var scored: [(index: Int, chance: Double)] = []
        for (index, entry) in candidates.enumerated() {
            if let chance = chance(of: entry.candidate), chance <= Self.doubtful { scored.append((index, chance)) }
        }
        guard let best = scored.min(by: { isBetter($0, $1) }) else { return nil }
        var stamp = Array(repeating: false, count: population.failing.count)
        for place in candidates[best.index].candidate.members { stamp[place] = true }
        let size = candidates[best.index].candidate.members.count
        let equals = scored.filter { entry in
            let members = candidates[entry.index].candidate.members
            let common = members.count { stamp[$0] }
            return common * 5 >= (size + members.count - common) * 4
        }
        let told = equals.min { left, right in
            let (first, second) = (candidates[left.index], candidates[right.index])
            if first.candidate.isPlausible != second.candidate.isPlausible { return first.candidate.isPlausible }
            return first.rank == second.rank ? isBetter(left, right) : first.rank < second.rank
        }
        let entry = told ?? best
        let chosen = candidates[entry.index]
        return Choice(
            trait: chosen.trait, candidate: chosen.candidate,
            confidence: confidence(of: chosen.candidate, entry.chance), chance: entry.chance)
    }

    /// The largest group that fails alike, when it is at least half of those of whom nothing was said.
    private func nextLikeness() -> Choice? {
        let alike = candidates.filter {
            $0.candidate.evidence.isLikeness && (left(of: $0.candidate) ?? 0) * 2 >= unexplained
        }
        let largest = alike.max { left, right in
            let (first, second) = (left.candidate, right.candidate)
            return first.members.count == second.members.count
                ? first.value > second.value : first.members.count < second.members.count
        }
        return largest.map { Choice(trait: $0.trait, candidate: $0.candidate, confidence: .possible, chance: nil) }
    }

    /// How many of its members nothing was said of yet; nil when they are too few to say something new.
    private func left(of candidate: Candidate) -> Int? {
        let left = candidate.members.count { !isExplained[$0] }
        return left >= CommonCauses.fewest && left * 3 >= candidate.members.count * 2 ? left : nil
    }

    /// The natural logarithm of the chance of what is left of a group; nil when it does not matter, or was not compared.
    private func chance(of candidate: Candidate) -> Double? {
        guard let left = left(of: candidate) else { return nil }
        switch candidate.evidence {
        case .seen, .likeness: return nil
        case .coincidence(let chance): return chance + correction
        case .compared:
            let (healthy, all) = (candidate.healthy, population.healthy)
            let isMostlyFailing = healthy <= left
            let isNearlyAll = left * 5 >= unexplained * 4 && healthy * 5 <= all
            guard isMostlyFailing || isNearlyAll else { return nil }
            return correction
                + self.chance.ofSeparation(
                    failingCarriers: left, failing: unexplained, healthyCarriers: healthy, healthy: all)
        }
    }

    /// Likely is what can be why they fail as they do, and separates the two sides nearly without exception.
    private func confidence(of candidate: Candidate, _ chance: Double) -> Confidence {
        let isStrong = chance <= Self.convincing && candidate.healthy * 10 <= candidate.members.count
        return isStrong && candidate.isPlausible ? .likely : .possible
    }

    private func isBetter(_ left: (index: Int, chance: Double), _ right: (index: Int, chance: Double)) -> Bool {
        if left.chance != right.chance { return left.chance < right.chance }
        let (first, second) = (candidates[left.index], candidates[right.index])
        return first.rank == second.rank ? first.candidate.value < second.candidate.value : first.rank < second.rank
    }
}

extension Candidate.Evidence {
    /// Whether what they share has failed itself.
    fileprivate var isSeen: Bool {
        switch self {
        case .seen: true
        case .compared, .coincidence, .likeness: false
        }
    }

    /// Whether they only fail alike.
    fileprivate var isLikeness: Bool {
        switch self {
        case .likeness: true
        case .seen, .compared, .coincidence: false
        }
    }
}
