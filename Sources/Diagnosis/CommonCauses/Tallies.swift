import FleetModel

/// How many failing and healthy servers have each value of one trait.
struct Tallies {
    private struct Tally {
        var members: [Int] = []
        var explained = 0
        var healthy = 0
        var partly = 0
        /// Of those that do not fail: ok, with a warning, not known.
        var ok = 0
        var warning = 0
        var unknown = 0
        /// The sum of a number for each server that was compared: the same for the same servers, in any order.
        var signature: UInt64 = 0
    }

    private let population: Population
    private let explains: (Subject) -> Bool
    private var places: [TraitValue: Int] = [:]
    private var tallies: [(value: TraitValue, tally: Tally)] = []

    init(_ population: Population, _ explains: @escaping (Subject) -> Bool) {
        self.population = population
        self.explains = explains
    }

    /// Counts one server in.
    mutating func add(_ value: TraitValue, _ index: Int) {
        let place = places[value] ?? tallies.count
        if place == tallies.count {
            places[value] = place
            tallies.append((value, Tally()))
        }
        switch population.subjects[index].standing {
        case .failing:
            tallies[place].tally.members.append(population.places[index])
            if explains(population.subjects[index]) { tallies[place].tally.explained += 1 }
            tallies[place].tally.signature &+= scattered(index)
            return
        case .healthy:
            tallies[place].tally.healthy += 1
            tallies[place].tally.signature &+= scattered(index)
        case .partly: tallies[place].tally.partly += 1
        case .neither: break
        }
        switch population.subjects[index].state {
        case .ok: tallies[place].tally.ok += 1
        case .warning: tallies[place].tally.warning += 1
        case .down, .unconfirmed, .unknown: tallies[place].tally.unknown += 1
        }
    }

    /// The groups in which enough servers fail, and all that were compared.
    func findings(
        _ text: (TraitValue) -> String, evidence: (TraitValue) -> Candidate.Evidence
    ) -> CauseTrait.Findings {
        var findings = CauseTrait.Findings()
        for (value, tally) in tallies {
            let carriers = tally.members.count + tally.healthy
            // What one server has, or everybody, cannot tell servers apart.
            if carriers > 1, carriers < population.compared { findings.compared.insert(tally.signature) }
            guard tally.members.count >= CommonCauses.fewest else { continue }
            var others = StateCounts()
            (others.ok, others.warning, others.unknown) = (tally.ok, tally.warning, tally.unknown)
            findings.candidates.append(
                Candidate(
                    value: text(value), evidence: evidence(value), members: tally.members, explained: tally.explained,
                    healthy: tally.healthy, partly: tally.partly, others: others))
        }
        return findings
    }

    /// A number that looks random (SplitMix64's finalizer), so that sums of different groups differ.
    private func scattered(_ index: Int) -> UInt64 {
        var bits = UInt64(truncatingIfNeeded: index) &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
