import FleetModel
import Synchronization
import Testing

@testable import SimulatedFleet

private let script = Timeline(
    every: .seconds(100),
    [
        Timeline.Change(at: .seconds(40), ServerPattern(.frankfurt, 1...2), become: nil),
        Timeline.Change(at: .zero, ServerPattern(.lab, 1...1), become: "slow"),
        Timeline.Change(at: .seconds(10), ServerPattern(.frankfurt, 1...2), become: "refused"),
        Timeline.Change(at: .seconds(100), ServerPattern(.lab, 1...9), become: "never"),
    ])

/// The offsets that lie between two moments, all in seconds.
struct TimelineCase: Sendable {
    let start: Int64
    let end: Int64
    let offsets: [Int64]
}

@Suite struct TimelineTests {
    @Test(
        "changes are those after the start and up to the end, in order",
        arguments: [
            TimelineCase(start: -1, end: 0, offsets: [0]), TimelineCase(start: 0, end: 9, offsets: []),
            TimelineCase(start: 0, end: 10, offsets: [10]), TimelineCase(start: 10, end: 10, offsets: []),
            TimelineCase(start: -1, end: 99, offsets: [0, 10, 40]), TimelineCase(start: 40, end: 99, offsets: []),
            TimelineCase(start: 39, end: 110, offsets: [40, 0, 10]),
            TimelineCase(start: 240, end: 340, offsets: [0, 10, 40]),
            TimelineCase(start: 0, end: 1_000_005, offsets: [10, 40, 0]),
            TimelineCase(start: 50, end: 20, offsets: []),
        ])
    func changes(_ expected: TimelineCase) {
        let changes = script.changes(between: .seconds(expected.start), and: .seconds(expected.end))
        #expect(changes.map(\.offset) == expected.offsets.map { .seconds($0) })
    }

    @Test func theNextChangeIsInThisRoundOrTheNext() {
        #expect(script.nextChange(after: .seconds(-1)) == .zero)
        #expect(script.nextChange(after: .zero) == .seconds(10))
        #expect(script.nextChange(after: .seconds(40)) == .seconds(100))
        #expect(script.nextChange(after: .seconds(239)) == .seconds(240))
        #expect(Timeline(every: .seconds(5), []).nextChange(after: .zero) == nil)
    }

    @Test func aPatternMatchesANumberAndNothingElse() {
        let pattern = ServerPattern(.frankfurt, 1...6)
        #expect(pattern.matches("rdsh-fra-001.demo.example") && pattern.matches("rdsh-fra-006.demo.example"))
        for name in ["rdsh-fra-007.demo.example", "rdsh-nyc-001.demo.example", "rdsh-fra-x.demo.example", ""] {
            #expect(!pattern.matches(name))
        }
    }

    @Test func aRoundOfTheDemoEndsAsItBegan() {
        var touched: [Timeline.Change.Actor: Scenario.ID?] = [:]
        for change in Timeline.demo.changes { touched[change.actor] = .some(change.scenario) }
        #expect(touched.values.allSatisfy { $0 == nil })
        #expect(Timeline.demo.period == .minutes(2))
    }

    @Test func aRunningFleetFollowsTheTimelineOfItsClock() async throws {
        let plan = FleetPlan(entries: [
            .init(name: FleetPlan.name(.frankfurt, 1), site: .frankfurt, scenario: "healthy"),
            .init(name: FleetPlan.name(.lab, 1), site: .lab, scenario: "garbage"),
        ])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            let ids = running.fleet.servers.map(\.id)
            /// What both servers do when the clock stands still after so many seconds.
            func scenarios(at seconds: Int) async -> [Scenario.ID?] {
                await #expect(throws: CancellationError.self) {
                    try await running.run(script, clock: LeapingClock(limit: .seconds(seconds)))
                }
                return ids.map { running.scenario(of: $0) }
            }
            #expect(await scenarios(at: 5) == ["healthy", "slow"])
            #expect(await scenarios(at: 30) == ["refused", "slow"])
            #expect(await scenarios(at: 99) == ["healthy", "slow"])
            #expect(await scenarios(at: 135) == ["refused", "slow"])
        }
    }

    @Test func aGatewayFollowsItToo() async throws {
        let plan = FleetPlan(entries: [], gateways: [.init(name: "rdgw-fra-1", scenario: "gateway-healthy")])
        let script = Timeline(
            every: .seconds(100),
            [
                Timeline.Change(at: .seconds(10), .gateway("rdgw-fra-1"), become: "gateway-refused"),
                Timeline.Change(at: .seconds(40), .gateway("rdgw-fra-1"), become: nil),
            ])
        try await SimulatedFleet(now: { june }, plan: plan).withRunning { running in
            for (seconds, scenario) in [(5, "gateway-healthy"), (20, "gateway-refused"), (50, "gateway-healthy")] {
                await #expect(throws: CancellationError.self) {
                    try await running.run(script, clock: LeapingClock(limit: .seconds(seconds)))
                }
                #expect(running.scenario(ofGateway: "rdgw-fra-1")?.text == scenario)
            }
        }
    }
}

/// A clock that is always where its sleepers want it to be, up to a limit at which they are cancelled.
private final class LeapingClock: Clock {
    private let limit: Duration
    private let time = Mutex(Duration.zero)

    init(limit: Duration) {
        self.limit = limit
    }

    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    var now: Instant { Instant(offset: time.withLock { $0 }) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        guard deadline.offset <= limit else { throw CancellationError() }
        time.withLock { $0 = deadline.offset }
    }
}
