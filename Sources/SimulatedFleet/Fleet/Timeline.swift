package import FleetModel

/// A scripted outage: which servers change their scenario when, over and over.
package struct Timeline: Sendable, Hashable {
    /// One step of the script.
    package struct Change: Sendable, Hashable {
        /// Who changes.
        package enum Actor: Sendable, Hashable {
            case servers(ServerPattern)
            /// A gateway, by its name.
            case gateway(String)
        }

        /// From the beginning of each round.
        package let offset: Span
        /// Who changes.
        package let actor: Actor
        /// How they behave from then on, in the table of servers or of gateways; nil for what the plan says of each.
        package let scenario: Scenario.ID?

        /// A change at an offset from the beginning of each round.
        package init(at offset: Span, _ actor: Actor, become scenario: Scenario.ID?) {
            self.offset = offset
            self.actor = actor
            self.scenario = scenario
        }

        /// A change of some servers.
        package init(at offset: Span, _ servers: ServerPattern, become scenario: Scenario.ID?) {
            self.init(at: offset, .servers(servers), become: scenario)
        }
    }

    /// In the order of their offsets.
    package let changes: [Change]
    /// The length of a round; longer than zero.
    package let period: Span

    /// A script of these changes, of which those outside the period are dropped.
    package init(every period: Span, _ changes: [Change]) {
        self.period = max(period, .milliseconds(1))
        self.changes = changes.filter { $0.offset >= .zero && $0.offset < period }.sorted { $0.offset < $1.offset }
    }

    /// The changes due after `start` and not later than `end`, both from the beginning of the first round, in order.
    ///
    /// Of more than a whole round only the last is given, which has the same effect.
    package func changes(between start: Span, and end: Span) -> [Change] {
        guard end > start else { return [] }
        let start = max(start, end - period)
        let rounds = rounds(before: start)...rounds(before: end)
        return rounds.flatMap { round in
            changes.filter { change in
                let due = change.offset + Span(milliseconds: round * period.milliseconds)
                return due > start && due <= end
            }
        }
    }

    /// When the next change after `moment` is due; nil when there is none at all.
    package func nextChange(after moment: Span) -> Span? {
        let round = rounds(before: moment)
        let due = [round, round + 1].flatMap { round in
            changes.map { $0.offset + Span(milliseconds: round * period.milliseconds) }
        }
        return due.first { $0 > moment }
    }

    /// How many rounds have ended at a moment; rounded down.
    private func rounds(before moment: Span) -> Int64 {
        let whole = moment.milliseconds / period.milliseconds
        return moment.milliseconds % period.milliseconds < 0 ? whole - 1 : whole
    }
}

/// Some servers of a site, by their numbers.
package struct ServerPattern: Sendable, Hashable {
    /// Where they stand.
    package let site: Site
    /// The numbers in their names, both ends included.
    package let numbers: ClosedRange<Int>

    /// The servers of a site with these numbers.
    package init(_ site: Site, _ numbers: ClosedRange<Int>) {
        self.site = site
        self.numbers = numbers
    }

    /// Whether a server with this name is meant.
    package func matches(_ name: String) -> Bool {
        let prefix = "rdsh-\(site.code)-"
        guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count).prefix { $0 != "." }) else {
            return false
        }
        return numbers.contains(number)
    }
}

extension Timeline {
    /// The demo's: one cause takes six servers of Frankfurt down, other things happen meanwhile, later the gateway of
    /// Frankfurt loses its backend; all recover.
    ///
    /// One server falls back to a self-signed certificate for a while, and one comes and goes all the time: what can
    /// only be told of them by looking more than once.
    package static let demo = Timeline(
        every: .minutes(2),
        [
            Change(at: .seconds(20), ServerPattern(.frankfurt, 1...6), become: "refused"),
            Change(at: .seconds(24), ServerPattern(.newYork, 2...2), become: "reset-in-handshake"),
            Change(at: .seconds(31), ServerPattern(.newYork, 2...2), become: nil),
            Change(at: .seconds(35), ServerPattern(.singapore, 2...2), become: "silent-after-connect"),
            Change(at: .seconds(40), ServerPattern(.singapore, 1...1), become: "healthy-self-signed"),
            Change(at: .seconds(44), ServerPattern(.newYork, 2...2), become: "closes-after-request"),
            Change(at: .seconds(50), ServerPattern(.newYork, 101...101), become: "healthy"),
            Change(at: .seconds(51), ServerPattern(.newYork, 2...2), become: nil),
            Change(at: .seconds(60), ServerPattern(.frankfurt, 1...6), become: nil),
            Change(at: .seconds(66), ServerPattern(.newYork, 2...2), become: "silent-in-handshake"),
            Change(at: .seconds(75), ServerPattern(.newYork, 3...5), become: "reset-in-handshake"),
            Change(at: .seconds(76), ServerPattern(.newYork, 2...2), become: nil),
            Change(at: .seconds(85), ServerPattern(.singapore, 2...2), become: nil),
            Change(at: .seconds(80), .gateway("rdgw-fra-1"), become: "gateway-backend-down"),
            Change(at: .seconds(95), ServerPattern(.newYork, 2...2), become: "reset-after-request"),
            Change(at: .seconds(100), ServerPattern(.newYork, 3...5), become: nil),
            Change(at: .seconds(102), ServerPattern(.newYork, 2...2), become: nil),
            Change(at: .seconds(105), ServerPattern(.singapore, 1...1), become: nil),
            Change(at: .seconds(110), .gateway("rdgw-fra-1"), become: nil),
            Change(at: .seconds(115), ServerPattern(.newYork, 101...101), become: nil),
        ])
}

extension RunningFleet {
    /// Follows a timeline from now on, until the task is cancelled.
    ///
    /// - Throws: `CancellationError` when cancelled; ``SimulatedFleetError`` when a listener cannot be opened again.
    package nonisolated func run(_ timeline: Timeline = .demo, clock: any Clock<Duration>) async throws {
        try await follow(timeline, clock)
    }

    private nonisolated func follow(_ timeline: Timeline, _ clock: some Clock<Duration>) async throws {
        let start = clock.now
        var last = Span(milliseconds: -1)
        while let next = timeline.nextChange(after: last) {
            try await clock.sleep(until: start.advanced(by: next.duration), tolerance: nil)
            // The clock may have gone on for longer than asked, for instance while the machine slept.
            let elapsed = max(next, Span(start.duration(to: clock.now)))
            for change in timeline.changes(between: last, and: elapsed) {
                try await make(change)
            }
            last = elapsed
        }
    }

    private nonisolated func make(_ change: Timeline.Change) async throws {
        switch change.actor {
        case .servers(let pattern):
            for server in fleet.servers where pattern.matches(server.name) {
                try await assign(change.scenario, to: server.id)
            }
        case .gateway(let name):
            for gateway in fleet.gateways where gateway.name == name {
                try await assign(change.scenario, toGateway: gateway.id)
            }
        }
    }
}

extension Span {
    /// The same in whole milliseconds, rounded down.
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
