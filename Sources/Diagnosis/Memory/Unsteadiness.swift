import FleetModel

/// How a server comes and goes over its last probes.
struct Unsteadiness: Sendable {
    /// The fewest probes that say anything.
    static let enough = 8
    /// The fewest times that it has to fail after having passed: a restart is one, the two of an update two.
    static let spells = 3
    /// More failures than this at the end, and it is simply down.
    static let down = 4
    /// More passes than this at the end, and it is over.
    static let over = 10

    /// How many probes are remembered.
    let total: Int
    /// Where and how some of them failed; the most frequent first.
    let failures: [RecentOutcomes.Failure]
    /// One sign for each probe, the oldest first.
    private let signs: String

    /// Nil when the server passes, is down, or came up once.
    init?(_ recent: RecentOutcomes) {
        guard !recent.allPassed, recent.count >= Self.enough else { return nil }
        let runs = recent.all.runs
        guard runs.filter({ !$0.passed }).count >= Self.spells, let last = runs.last,
            last.count <= (last.passed ? Self.over : Self.down)
        else { return nil }
        total = recent.count
        failures = recent.failures
        signs = recent.signs
    }

    /// How many probes failed.
    var failed: Int { failures.reduce(0) { $0 + $1.count } }

    /// The layers that stopped a probe.
    var layers: Set<Layer> { Set(failures.map(\.layer)) }

    /// Whether that looks like packets that get lost on the way: what listens answers now at one layer and now at
    /// another, or not at all, and is never gone.
    var looksLikeThePath: Bool {
        if failures.contains(where: { $0.manner == .refused }) { return false }
        if layers.count > 1 { return !layers.contains(.dns) || layers.count > 2 }
        return failures.allSatisfy { $0.layer == .tcp && ($0.manner == .timedOut || $0.manner == .unreachable) }
    }

    /// What users see of it beside that it comes and goes: that a connection is closed, only where one was there.
    var symptoms: [Symptom] {
        let isCut = failures.contains { failure in
            failure.layer > .tcp || failure.manner == .reset || failure.manner == .closed
        }
        return isCut ? [Symptom.connectionClosed.doubted] : []
    }
    /// What was counted, one line each.
    var evidence: [String] {
        failures.prefix(5).map { "\($0.layer.title) \($0.manner.words): \(counted($0.count, "probe"))" }
            + ["the last \(total) probes, the oldest first: \(signs)"]
    }

}

extension [ProbeOutcome] {
    /// How many probes in a row passed, or failed, again and again.
    fileprivate var runs: [(passed: Bool, count: Int)] {
        reduce(into: []) { runs, outcome in
            let passed = outcome == .passed
            if let last = runs.indices.last, runs[last].passed == passed {
                runs[last].count += 1
            } else {
                runs.append((passed, 1))
            }
        }
    }
}

extension ProbeOutcome.Manner {
    /// What happened, after the layer's name.
    var words: String {
        switch self {
        case .timedOut: "gave no answer"
        case .refused: "was refused"
        case .unreachable: "was unreachable"
        case .reset: "was reset"
        case .closed: "was closed"
        case .other: "failed"
        }
    }
}

extension Case {
    /// How the server comes and goes; nil when it does not, or when this machine has trouble of its own.
    var unsteadiness: Unsteadiness? {
        guard ourSide == .fine, let snapshot else { return nil }
        return Unsteadiness(snapshot.sinceStart.outcomes)
    }

    /// How the first of two probes failed, when the second passed; nil when it was otherwise, or when this machine has
    /// trouble of its own.
    ///
    /// That is all that can be seen by looking at a server twice.
    var failureOfFirstProbe: RecentOutcomes.Failure? {
        guard ourSide == .fine, let outcomes = snapshot?.sinceStart.outcomes, outcomes.count == 2,
            outcomes.all.last == .passed
        else { return nil }
        return outcomes.failures.first
    }

    /// Whether enough echoes get lost to say so.
    var losesEchoes: Bool {
        guard let facts = snapshot?.ping?.facts, facts.sent >= 10, facts.received > 0 else { return false }
        return facts.lossPercent.map { $0 >= 5 } ?? false
    }
}
