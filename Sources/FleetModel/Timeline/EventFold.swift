/// Events that are one story: the same happened to several within a minute, for one cause.
package struct EventFold: Sendable, Hashable, Identifiable {
    /// The number of the event that began it; it stays the same when others join.
    package var id: Int
    /// The numbers of its events, the earliest first; never empty.
    package var numbers: [Int]
    /// The number of the event that says it for all: the gateway's where servers went down behind one, else the first.
    package var headline: Int
    /// When it began; of a first sweep that is over when it ended.
    package var at: Instant
    /// What is said of all of them: the text that they share, or the short one, or what the first sweep found.
    package var text: String
    /// Whether it is what the first sweep found.
    package var isFirstSweep: Bool

    /// Whether there is one event and nothing to unfold.
    package var isSingle: Bool { numbers.count == 1 }
}

extension EventTimeline {
    /// How long after the first event of a story others still belong to it.
    package static let foldingSpan = Span.minutes(1)

    /// What makes two events one story.
    private enum Story: Hashable {
        case firstSweep
        case gateway(TimelineEvent.Kind, Gateway.ID)
        case cause(TimelineEvent.Kind, String)
        /// What happens on our side is no story of several.
        case ourSide(number: Int)
    }

    /// The events that pass a test, folded by cause, the newest story first.
    ///
    /// One walk over the events that are kept: to be asked for when something has happened, not for a frame.
    package func folds(where passes: (TimelineEvent) -> Bool = { _ in true }) -> [EventFold] {
        var folds: [EventFold] = []
        // Where the last fold of each story stands.
        var last: [Story: Int] = [:]
        let numbers = newestFirst(where: passes)
        for number in numbers.reversed() {
            guard let event = self[number] else { continue }
            let story = Self.story(of: event, number)
            if let place = last[story], story == .firstSweep || event.at - folds[place].at <= Self.foldingSpan {
                join(number, event, to: &folds[place])
            } else {
                last[story] = folds.count
                folds.append(
                    EventFold(
                        id: number, numbers: [number], headline: number, at: event.at, text: event.sentence,
                        isFirstSweep: story == .firstSweep))
            }
        }
        guard let place = last[.firstSweep], !folds[place].isSingle else { return folds.reversed() }
        // Of a part of the servers it is known what happened to them, and not how many were ok.
        guard let firstSweep, numbers.count == count else {
            // What is confirmed later does not change what the sweep has found.
            let found = folds[place].numbers.filter { $0 < firstSweep?.learnt ?? .max }
            folds[place].text = counts(found.isEmpty ? folds[place].numbers : found)
            return folds.reversed()
        }
        var fold = folds.remove(at: place)
        (fold.at, fold.text) = (firstSweep.at, firstSweep.counts.stateWords)
        folds.insert(fold, at: folds.firstIndex { $0.at > fold.at } ?? folds.endIndex)
        return folds.reversed()
    }

    private func join(_ number: Int, _ event: TimelineEvent, to fold: inout EventFold) {
        fold.numbers.append(number)
        if case .gateway = event.subject {
            fold.headline = number
            fold.text = event.text
        } else if fold.text != event.text, let headline = self[fold.headline], case .server = headline.subject {
            fold.text = headline.short
        }
    }

    /// `8 DOWN, 3 WARN, 1 ?` of the servers among events, the worst first: what was last found of each.
    private func counts(_ numbers: [Int]) -> String {
        let words = numbers.compactMap { number -> (TimelineEvent.Subject, String)? in
            guard let event = self[number], case .server = event.subject else { return nil }
            return (event.subject, event.word)
        }
        let last = Dictionary(words, uniquingKeysWith: { _, later in later })
        let counts = Dictionary(last.values.map { ($0, 1) }, uniquingKeysWith: +)
        return ServerState.allCases.compactMap { state in counts[state.word].map { "\($0) \(state.word)" } }
            .joined(separator: ", ")
    }

    private static func story(of event: TimelineEvent, _ number: Int) -> Story {
        if case .fleet = event.subject { return .ourSide(number: number) }
        if event.isFirstSight { return .firstSweep }
        if let gateway = event.gateway { return .gateway(event.kind, gateway) }
        return .cause(event.kind, event.cause ?? event.short)
    }
}

extension StateCounts {
    /// `43 DOWN, 23 WARN, 3 ?, 59 ok`, the worst first; those down behind a gateway are down.
    package var stateWords: String {
        let down = down + behind.values.reduce(0, +)
        let parts: [(Int, ServerState)] = [(down, .down), (warning, .warning), (unknown, .unknown), (ok, .ok)]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1.word)" }.joined(separator: ", ")
    }
}
