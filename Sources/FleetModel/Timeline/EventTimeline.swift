/// What has happened since the program was started, in a ring: beyond its limit the oldest events are dropped, and counted.
///
/// Events are numbered in the order in which they were learnt, from 0; a number stays an event's own.
package struct EventTimeline: Sendable, Equatable {
    /// The most events that are kept.
    package static let limit = 5_000

    /// What the first sweep found, once it is over; nil before.
    package private(set) var firstSweep: FirstSweep?

    /// The states of all servers when each had been looked at once. It does not change any more.
    package struct FirstSweep: Sendable, Equatable {
        /// When it was over.
        package var at: Instant
        /// How many servers were in which state then.
        package var counts: StateCounts
        /// How many events had been learnt by then, dropped ones included.
        var learnt: Int
    }

    private let limit: Int
    /// The event of number `n` stands at `n % limit`.
    private var ring: [TimelineEvent] = []
    /// How many events were learnt, dropped ones included.
    private var learnt = 0

    /// Nothing has happened yet.
    ///
    /// - Parameter limit: The most events that are kept; at least 1.
    package init(limit: Int = EventTimeline.limit) {
        self.limit = max(1, limit)
    }

    /// How many events are kept.
    package var count: Int { ring.count }

    /// Whether nothing has happened yet.
    package var isEmpty: Bool { ring.isEmpty }

    /// How many of the oldest events were dropped to keep to the limit.
    package var dropped: Int { learnt - ring.count }

    /// The numbers of the events that are kept, the one learnt first first.
    package var numbers: Range<Int> { dropped..<learnt }

    /// The event of a number; nil when it was dropped, or has not happened.
    package subscript(number: Int) -> TimelineEvent? {
        numbers.contains(number) ? ring[number % limit] : nil
    }

    /// Takes events, in the order in which they were learnt.
    package mutating func append(_ events: [TimelineEvent]) {
        for event in events {
            if ring.count < limit { ring.append(event) } else { ring[learnt % limit] = event }
            learnt += 1
        }
    }

    /// Notes that every server has been looked at once; said again, it changes nothing.
    package mutating func endFirstSweep(at time: Instant, _ counts: StateCounts) {
        if firstSweep == nil { firstSweep = FirstSweep(at: time, counts: counts, learnt: learnt) }
    }

    /// The numbers of the events that pass a test, by the time at which they happened, the newest first.
    package func newestFirst(where passes: (TimelineEvent) -> Bool = { _ in true }) -> [Int] {
        // A confirmed failure is learnt seconds after it happened, so the order is almost the one that is there.
        let times = numbers.reversed().compactMap { number -> (number: Int, at: Instant)? in
            let event = ring[number % limit]
            return passes(event) ? (number, event.at) : nil
        }
        return times.sorted { ($1.at, $1.number) < ($0.at, $0.number) }.map(\.number)
    }

    /// All events that are kept, the newest first.
    package var events: [TimelineEvent] { newestFirst().compactMap { self[$0] } }

    /// What has happened to a server, the newest first. Looks at every event that is kept.
    package func events(of server: Server.ID) -> [TimelineEvent] {
        newestFirst { $0.subject == .server(server) }.compactMap { self[$0] }
    }

    /// What has happened to a gateway, the newest first. Looks at every event that is kept.
    package func events(of gateway: Gateway.ID) -> [TimelineEvent] {
        newestFirst { $0.subject == .gateway(gateway) }.compactMap { self[$0] }
    }

    /// When the trouble on our side began that has not ended; nil when there is none.
    package var ourSideTroubleBegan: Instant? {
        let last = numbers.reversed().lazy.compactMap { self[$0] }
            .first { $0.kind == .ourSideTrouble || $0.kind == .ourSideFine }
        return last?.kind == .ourSideTrouble ? last?.at : nil
    }
}
