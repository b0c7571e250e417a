/// Events that are one story: the same happened to several within a minute, for one cause.
package struct EventFold: Sendable, Hashable, Identifiable {
    /// The number of the event that began it; it stays the same when others join.
    package var id: Int
    /// The numbers of its events, the earliest first; never empty.
    package var numbers: [Int]
    /// The number of the event that says it for all: the gateway's where servers went down behind one, else the first.
    package var headline: Int
    /// When it began.
    package var at: Instant
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
    }

    /// The events that pass a test, folded by cause, the newest story first.
    ///
    /// One walk over the events that are kept: to be asked for when something has happened, not for a frame.
    package func folds(where passes: (TimelineEvent) -> Bool = { _ in true }) -> [EventFold] {
        var folds: [EventFold] = []
        // Where the last fold of each story stands.
        var last: [Story: Int] = [:]
        for number in newestFirst(where: passes).reversed() {
            guard let event = self[number] else { continue }
            let story = Self.story(of: event)
            if let place = last[story], story == .firstSweep || event.at - folds[place].at <= Self.foldingSpan {
                folds[place].numbers.append(number)
                if case .gateway = event.subject { folds[place].headline = number }
            } else {
                last[story] = folds.count
                folds.append(
                    EventFold(
                        id: number, numbers: [number], headline: number, at: event.at,
                        isFirstSweep: story == .firstSweep))
            }
        }
        return folds.reversed()
    }

    private static func story(of event: TimelineEvent) -> Story {
        if event.isFirstSight { return .firstSweep }
        if let gateway = event.gateway { return .gateway(event.kind, gateway) }
        return .cause(event.kind, event.cause ?? event.short)
    }
}
