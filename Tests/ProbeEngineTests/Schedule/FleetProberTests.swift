import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

/// Probes that end when the test says so, and what was seen of them.
private final class FakeProbes: Sendable {
    private struct State {
        var begun: [Server.ID] = []
        var now = 0
        var peak = 0
        var cancelled = 0
        var gates: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    let failing: @Sendable (Server, Int) -> LayerFailure?

    init(failing: @escaping @Sendable (Server, Int) -> LayerFailure? = { _, _ in nil }) {
        self.failing = failing
    }

    var begun: [Server.ID] { state.withLock(\.begun) }
    var peak: Int { state.withLock(\.peak) }
    var cancelled: Int { state.withLock(\.cancelled) }

    /// A probe that gives way to others a few times and then ends.
    func probe(_ server: Server) async -> ServerSnapshot {
        let count = enter(server)
        for _ in 0..<5 { await Task.yield() }
        state.withLock { $0.now -= 1 }
        return snapshot(server, .tcp, failing(server, count))
    }

    /// A probe that ends together with others, when so many are under way.
    func probe(_ server: Server, inGroupsOf size: Int) async -> ServerSnapshot {
        let count = enter(server)
        await withCheckedContinuation { gate in
            let group = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.gates.append(gate)
                guard state.gates.count == size else { return [] }
                defer { state.gates = [] }
                return state.gates
            }
            for gate in group { gate.resume() }
        }
        state.withLock { $0.now -= 1 }
        return snapshot(server, .tcp, failing(server, count))
    }

    /// A probe that lasts until it is cancelled.
    func hang(_ server: Server) async -> ServerSnapshot {
        _ = enter(server)
        try? await Task.sleep(for: .seconds(3600))
        state.withLock { $0.cancelled += Task.isCancelled ? 1 : 0 }
        return snapshot(server, .tcp, .ourFault(.cancelled))
    }

    private func enter(_ server: Server) -> Int {
        state.withLock { state in
            state.begun.append(server.id)
            state.now += 1
            state.peak = max(state.peak, state.now)
            return state.begun.count { $0 == server.id }
        }
    }
}

/// A prober of servers alone, whose probes do not ask to connect.
private func fakeProber<C: Clock & Sendable>(
    _ servers: [Server], limits: ProbeLimits = ProbeLimits(), lastKnownBad: Set<Server.ID> = [], clock: C,
    probe: @escaping @Sendable (Server) async -> ServerSnapshot
) -> FleetProber<C> where C.Duration == Duration, C.Instant: Sendable {
    FleetProber(
        servers: servers, depth: .cycle, limits: limits, lastKnownBad: lastKnownBad, clock: clock, wall: { at(0) },
        actions: ProbeActions(
            probe: { server, _, _ in await probe(server) }, followUp: { _, _, snapshot in snapshot },
            climbGateway: { gateway, _, _ in GatewaySnapshot(gateway: gateway.id, began: at(0), ended: at(0)) }))
}

extension ProbeResult {
    fileprivate var server: ServerSnapshot? {
        guard case .server(let snapshot) = self else { return nil }
        return snapshot
    }
}

/// What a closure was called with, in order.
private final class Record<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock(\.self) }

    func add(_ value: Value) { values.withLock { $0.append(value) } }
}

@Suite(.timeLimit(.minutes(5))) struct FleetProberTests {
    @Test func theBoundIsReachedAndNeverExceeded() async {
        let clock = ManualClock()
        let probes = FakeProbes()
        let limits = ProbeLimits(established: 8, newPerSecond: 100_000)
        let prober = fakeProber(fleet(400), limits: limits, clock: clock) { await probes.probe($0, inGroupsOf: 8) }
        let (snapshots, sink) = AsyncStream.makeStream(of: ServerSnapshot.self)
        let run = Task { await prober.run(commands: AsyncStream { _ in }) { $0.server.map { _ = sink.yield($0) } } }
        var seen: [Server.ID: Int] = [:]
        for await snapshot in snapshots {
            seen[snapshot.server, default: 0] += 1
            if seen.count == 400 { break }
        }
        #expect(probes.peak == 8)
        #expect(seen.values.allSatisfy { $0 == 1 }, "everybody once before anybody twice")
        run.cancel()
        await run.value
    }

    @Test func aFailureIsCheckedAgainAfterThreeToTenSecondsAndThenAtItsPace() async {
        let clock = ManualClock()
        let probes = FakeProbes { _, count in count < 4 ? .refused : nil }
        let prober = fakeProber(fleet(1), clock: clock) { await probes.probe($0) }
        let (snapshots, sink) = AsyncStream.makeStream(of: ServerSnapshot.self)
        let run = Task { await prober.run(commands: AsyncStream { _ in }) { $0.server.map { _ = sink.yield($0) } } }
        var iterator = snapshots.makeAsyncIterator()
        var pauses: [Duration] = []
        var counts: [[Int]] = []
        for _ in 0..<4 {
            guard let snapshot = await iterator.next() else { break }
            counts.append([snapshot.probes, snapshot.consecutiveFailures])
            let wake = await clock.nextSleeper()
            pauses.append(clock.now.duration(to: wake))
            clock.advance(to: wake)
        }
        #expect(counts == [[1, 1], [2, 2], [3, 3], [4, 0]])
        #expect(pauses[0] >= .seconds(3) && pauses[0] <= .seconds(10))
        #expect(pauses[1...2] == [.seconds(15), .seconds(30)])
        run.cancel()
        await run.value
    }

    @Test func idleIsOneSleeperAndNothingElse() async {
        let clock = ManualClock()
        let probes = FakeProbes()
        let prober = fakeProber(fleet(50), limits: unlimited, clock: clock) { await probes.probe($0) }
        let (snapshots, sink) = AsyncStream.makeStream(of: ServerSnapshot.self)
        let run = Task { await prober.run(commands: AsyncStream { _ in }) { $0.server.map { _ = sink.yield($0) } } }
        var iterator = snapshots.makeAsyncIterator()
        for _ in 0..<50 { _ = await iterator.next() }
        _ = await clock.nextSleeper()
        #expect(probes.begun.count == 50)
        // One alarm for each time that the earliest wake came forward while the probes ended.
        #expect((1...50).contains(clock.sleeperCount))
        run.cancel()
        await run.value
        #expect(clock.sleeperCount == 0)
    }

    @Test func commandsAreAnsweredAndObeyed() async {
        let clock = ManualClock()
        let probes = FakeProbes()
        let servers = fleet(2)
        let prober = fakeProber(servers, clock: clock) { await probes.probe($0) }
        let (snapshots, sink) = AsyncStream.makeStream(of: ServerSnapshot.self)
        let (commands, control) = AsyncStream.makeStream(of: ProberCommand.self)
        let (answers, replies) = AsyncStream.makeStream(of: [ProbeNowAnswer].self)
        let run = Task { await prober.run(commands: commands) { $0.server.map { _ = sink.yield($0) } } }
        var seen = snapshots.makeAsyncIterator()
        var answered = answers.makeAsyncIterator()
        for _ in 0..<2 { _ = await seen.next() }
        control.yield(.probeNow([servers[1].id]) { replies.yield($0) })
        #expect(await answered.next() == [.tooSoon(wait: .seconds(5))])
        clock.advance(by: .seconds(5))
        control.yield(.probeNow([servers[1].id]) { replies.yield($0) })
        #expect(await answered.next() == [.accepted])
        #expect(await seen.next()?.server == servers[1].id)
        control.yield(.pause)
        control.yield(.probeNow([servers[0].id]) { replies.yield($0) })
        #expect(await answered.next() == [.paused])
        control.finish()
        run.cancel()
        await run.value
    }

    @Test func cancellationEndsTheProbesUnderWayAndPublishesNothing() async {
        let probes = FakeProbes()
        let published = Record<ProbeResult>()
        let prober = fakeProber(fleet(20), limits: ProbeLimits(established: 5), clock: ContinuousClock()) {
            await probes.hang($0)
        }
        await withTaskGroup { group in
            group.addTask {
                await prober.run(commands: AsyncStream { _ in }) { published.add($0) }
            }
            while probes.begun.count < 5 { await Task.yield() }
            group.cancelAll()
        }
        #expect(probes.cancelled == 5)
        #expect(probes.begun.count == 5)
        #expect(published.all.isEmpty)
    }

    @Test func aSweepIsInTheOrderOfTheFleetAndChecksFailuresOnceMore() async {
        let clock = ManualClock()
        let servers = fleet(6)
        let probes = FakeProbes { server, count in
            switch server.name {
            case servers[1].name: .refused
            case servers[3].name: count == 1 ? .timedOut : nil
            case servers[4].name: count == 1 ? .ourFault(.outOfResources) : nil
            default: nil
            }
        }
        let prober = fakeProber(servers, lastKnownBad: [servers[5].id], clock: clock) {
            await probes.probe($0)
        }
        let steps = Record<SweepProgress>()
        async let result = prober.sweep(recheckAfter: .seconds(1)) { steps.add($0) }
        // What is short on this machine has an alarm of its own, which may be set before the last probe has ended.
        while await clock.nextSleeper().elapsed > .seconds(1) { await Task.yield() }
        let wake = await clock.nextSleeper()
        #expect(wake.elapsed == .seconds(1))
        #expect(probes.begun.count == 6)
        #expect(probes.begun.first == servers[5].id)
        clock.advance(to: wake)
        let snapshots = await result.servers
        #expect(snapshots.map(\.server) == servers.map(\.id))
        #expect(snapshots.map(\.probes) == [1, 2, 1, 2, 2, 1])
        #expect(snapshots.map(\.consecutiveFailures) == [0, 2, 0, 0, 0, 0])
        let seen = steps.all
        #expect(seen.filter { !$0.isRecheck }.map(\.ended) == Array(1...6))
        #expect(seen.filter(\.isRecheck).map(\.ended) == Array(1...3))
        #expect(seen.last?.total == 3)
    }

    @Test func aSweepWithoutRecheckLeavesFailuresAtOne() async {
        let probes = FakeProbes { _, _ in .refused }
        let prober = fakeProber(fleet(3), clock: ManualClock()) { await probes.probe($0) }
        let snapshots = await prober.sweep(recheckAfter: nil).servers
        #expect(snapshots.map(\.consecutiveFailures) == [1, 1, 1])
    }

    @Test func aSweepKeepsToTheLimitsOfNeighbours() async {
        let probes = FakeProbes()
        let servers = (1...60).map { Server(name: "10.0.0.\($0)") }
        let limits = ProbeLimits(
            establishedPerNeighbourhood: 4, newPerSecond: 100_000, newPerSecondAndNeighbourhood: 1_000_000)
        let prober = fakeProber(servers, limits: limits, clock: ManualClock()) {
            await probes.probe($0, inGroupsOf: 4)
        }
        let snapshots = await prober.sweep(recheckAfter: nil).servers
        #expect(snapshots.count == 60)
        #expect(probes.peak == 4)
    }

    @Test func aSweepThatIsCancelledReturnsWhatItHas() async {
        let probes = FakeProbes()
        let servers = fleet(10)
        let prober = fakeProber(servers, clock: ContinuousClock()) { server in
            server.id == servers[0].id ? await probes.probe(server) : await probes.hang(server)
        }
        let ended = Record<SweepProgress>()
        let snapshots = await withTaskGroup { group in
            group.addTask { await prober.sweep(recheckAfter: .seconds(1), progress: { ended.add($0) }).servers }
            while ended.all.isEmpty || probes.begun.count < 10 { await Task.yield() }
            group.cancelAll()
            return await group.next() ?? []
        }
        #expect(snapshots.map(\.server) == [servers[0].id])
    }

    @Test func aSweepDoesNotProbeServersBehindAGateway() async {
        let probes = FakeProbes { _, _ in .refused }
        var servers = fleet(4)
        servers[1].path = .gateway
        servers[2].path = .both
        let steps = Record<SweepProgress>()
        let clock = ManualClock()
        let prober = fakeProber(servers, clock: clock) { await probes.probe($0) }
        async let result = prober.sweep(recheckAfter: .zero) { steps.add($0) }
        let wake = await clock.nextSleeper()
        #expect(wake.elapsed == .seconds(1), "so long a server is left alone between two connections")
        clock.advance(to: wake)
        let snapshots = await result.servers
        #expect(snapshots.map(\.server) == [servers[0].id, servers[2].id, servers[3].id])
        #expect(!probes.begun.contains(servers[1].id))
        #expect(steps.all.map(\.total).allSatisfy { $0 == 3 })
    }

    @Test func anEmptyFleetIsDoneAtOnce() async {
        let prober = fakeProber([], clock: ManualClock()) { snapshot($0) }
        #expect(await prober.sweep(recheckAfter: .seconds(1)).servers.isEmpty)
    }
}
