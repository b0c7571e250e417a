import FleetModel

extension CauseTrait {
    /// When they were seen to begin to fail: servers that fall within one interval fell together.
    ///
    /// Each is probed once in its interval, so what happens to all at one moment is seen over the whole of it. How rare
    /// such a coincidence is, is measured against failures that begin at random since the earliest one that lasts, and
    /// over an hour at least. All are looked at, and apart those with the same verdict.
    static let firstFailure = CauseTrait(
        .firstFailure, Wording(prefix: " since ", auxiliary: nil), isCircumstance: true
    ) { population in
        var groups: [Subject.Verdict?: [Onset]] = [:]
        for (place, index) in population.failing.enumerated() {
            let subject = population.subjects[index]
            guard let onset = subject.onset, onset <= population.now else { continue }
            let entry = Onset(at: onset, interval: subject.interval, place: place)
            groups[nil, default: []].append(entry)
            if let verdict = subject.verdict { groups[verdict, default: []].append(entry) }
        }
        guard let all = groups[nil], all.count >= CommonCauses.fewest else { return Findings() }
        let chance = Chance(upTo: all.count)
        var findings = Findings()
        // In an order of their own: bursts of two rules may be equal in all that is compared.
        let inOrder = groups.sorted { $0.key?.rule ?? "" < $1.key?.rule ?? "" }
        for (_, onsets) in inOrder where onsets.count >= CommonCauses.fewest {
            for burst in bursts(of: onsets, chance, now: population.now) {
                let verdicts = Set(burst.members.map { population.subjects[population.failing[$0]].verdict })
                let shared = verdicts.count == 1 ? verdicts.first.flatMap(\.self) : nil
                findings.candidates.append(
                    Candidate(
                        value: burst.words(now: population.now)
                            + (shared.map { ": \(plain($0.short, limit: 22))" } ?? ""),
                        evidence: .coincidence(burst.chance + naturalLogarithm(Double(groups.count))),
                        members: burst.members, explained: 0, healthy: 0, others: StateCounts()))
            }
        }
        return findings
    }
}

/// When one server began to fail.
private struct Onset {
    let at: Instant
    let interval: Span
    let place: Int
}

/// Servers that began to fail at about the same time.
private struct Burst {
    let began: Instant
    let length: Span
    let members: [Int]
    /// The natural logarithm of its chance.
    let chance: Double

    /// `09:18:20Z, within 8 s`; with the date when that is another one.
    func words(now: Instant) -> String {
        let isToday = began.dateText == now.dateText
        let time = isToday ? "\(began.timeText)Z" : "\(began.dateText) \(began.timeText)Z"
        return "\(time), within \(max(1, (length.milliseconds + 999) / 1000)) s"
    }
}

/// The densest stretches, which have no server in common; each has a third of them all, so there are three at most.
private func bursts(of onsets: [Onset], _ chance: Chance, now: Instant) -> [Burst] {
    var left = onsets.sorted { $0.at == $1.at ? $0.place < $1.place : $0.at < $1.at }
    guard let earliest = left.first else { return [] }
    let longest = left.map(\.interval).max() ?? .zero
    // A probe may come a quarter of the interval late, and takes some seconds; more than two minutes is not "at once".
    let window = min(Span(milliseconds: longest.milliseconds / 4 * 5) + .seconds(5), .minutes(2))
    let span = max(now - earliest.at, .hours(1))
    var found: [Burst] = []
    // Of a slow decay some stretch is always the densest; one that is said has at least a third of them all.
    let fewest = max(CommonCauses.fewest, (onsets.count + 2) / 3)
    while let stretch = densest(left, window), stretch.count >= fewest {
        let members = left[stretch]
        guard let first = members.first, let last = members.last else { break }
        found.append(
            Burst(
                began: first.at, length: last.at - first.at, members: members.map(\.place),
                chance: chance.ofBurst(
                    members.count, of: onsets.count, within: Double(window.milliseconds),
                    of: Double(span.milliseconds))))
        left.removeSubrange(stretch)
    }
    return found
}

/// The stretch of at most `window` with the most onsets, the earliest of equals.
private func densest(_ onsets: [Onset], _ window: Span) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for end in onsets.indices {
        while onsets[end].at - onsets[start].at > window { start += 1 }
        if end + 1 - start > best?.count ?? 0 { best = start..<(end + 1) }
    }
    return best
}
