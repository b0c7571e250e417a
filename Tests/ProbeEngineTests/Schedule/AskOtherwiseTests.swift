import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(1))) struct AskOtherwiseTests {
    private let server = fleet(1)[0]

    /// A schedule at full depth in which the server has been probed at second 0, with nothing else due of it.
    private func probed(_ snapshot: ServerSnapshot) -> ProbeSchedule {
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        _ = schedule.begin(at: at(0))
        _ = schedule.end(quiet(snapshot), at: at(0))
        // The companion is due of everybody at first sight.
        for _ in begin(&schedule, at: at(1)) { _ = schedule.end(quiet(snapshot), at: at(1)) }
        return schedule
    }

    /// The same with companion and UDP looked at, so that a test sees nothing but what it asks for.
    private func quiet(_ snapshot: ServerSnapshot) -> ServerSnapshot {
        var snapshot = snapshot
        let facts = NegotiationFacts(requested: .tls, answer: .refused(code: 5))
        snapshot.companion = Observation(facts: facts, microseconds: 1, at: at(0))
        snapshot.udp = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: at(0))
        return snapshot
    }

    /// What begins now.
    private func begin(_ schedule: inout ProbeSchedule, at now: Instant) -> [Track.Work] {
        schedule.next(at: now).compactMap { if case .begin(let assignment) = $0 { assignment.work } else { nil } }
    }

    /// The way that an assignment asks in, when somebody wanted that.
    private func wished(_ work: Track.Work?) -> HandshakeVariant? {
        guard case .followUp(.variant(let variant, because: nil))? = work else { return nil }
        return variant
    }

    private func attempt(_ variant: HandshakeVariant, at now: Instant, reason: LayerFailure? = nil) -> VariantAttempt {
        VariantAttempt(
            variant: variant, reason: reason, reasonLayer: reason == nil ? nil : .tls, reached: .tls, microseconds: 1,
            at: now)
    }

    /// Lets time pass until a second; every assignment takes a quarter of a second. When what began.
    private func run(
        _ schedule: inout ProbeSchedule, _ snapshot: inout ServerSnapshot, until end: Instant
    ) -> [(at: Instant, work: Track.Work)] {
        var done: [(at: Instant, work: Track.Work)] = []
        while let wake = schedule.nextWake, wake < end {
            for work in begin(&schedule, at: wake) {
                done.append((wake, work))
                let ended = wake + .milliseconds(250)
                var seen = work == .probe ? quiet(healthy(server)) : snapshot
                if let variant = wished(work) { seen = seen.appending(attempt(variant, at: ended), at: ended) }
                snapshot = schedule.end(seen, at: ended)
            }
        }
        return done
    }

    @Test func fourConnectionsFollowASecondApart() {
        var schedule = probed(healthy(server))
        var snapshot = quiet(healthy(server))
        // There are nine ways to ask a server of which no name and no other address is known.
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .accepted(connections: 4, left: 5))
        let done = run(&schedule, &snapshot, until: at(20))
        #expect(done.compactMap { wished($0.work) }.count == 4 && done.count == 4)
        #expect(done.map(\.at) == [at(2), at(3.25), at(4.5), at(5.75)])
        #expect(snapshot.variants.count == 4)
    }

    @Test func theNextWishGoesOnWithOtherWaysUntilAllAreKnown() {
        var schedule = probed(healthy(server))
        var snapshot = quiet(healthy(server))
        var left: [Int] = []
        for wish in 0..<4 {
            let now = at(100 * Double(wish) + 2)
            guard case .accepted(let count, let rest) = schedule.askOtherwise(server.id, at: now, wall: now) else {
                Issue.record("not accepted")
                return
            }
            #expect(count == 4)
            left.append(rest)
            _ = run(&schedule, &snapshot, until: now + .seconds(98))
        }
        #expect(left == [5, 1, 0, 0])
        let all = VariantPlan.full(for: snapshot).count
        #expect(snapshot.variants.count == all && Set(snapshot.variants.map(\.variant)).count == all)
    }

    @Test func whoeverAsksTooSoonIsToldHowLongToWait() {
        var schedule = probed(healthy(server))
        var snapshot = quiet(healthy(server))
        _ = schedule.askOtherwise(server.id, at: at(2), wall: at(2))
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .underWay(left: 4))
        _ = run(&schedule, &snapshot, until: at(22))
        #expect(
            schedule.askOtherwise(server.id, at: at(22), wall: at(22))
                == .tooSoon(asked: .seconds(20), wait: .seconds(40)))
        #expect(schedule.askOtherwise(server.id, at: at(62), wall: at(62)) == .accepted(connections: 4, left: 1))
    }

    @Test func aRegularProbeInBetweenTakesNothingAway() {
        var schedule = probed(healthy(server))
        var snapshot = quiet(healthy(server))
        #expect(schedule.probeNow([server.id], at: at(6)) == [.accepted])
        _ = schedule.askOtherwise(server.id, at: at(6), wall: at(6))
        let done = run(&schedule, &snapshot, until: at(20))
        #expect(done.map(\.work).first == .probe)
        #expect(done.compactMap { wished($0.work) }.count == 4)
        for (earlier, later) in zip(done, done.dropFirst()) {
            #expect(later.at - earlier.at >= .milliseconds(1250), "one connection at a time, a second between two")
        }
    }

    @Test func whenAProbeFindsNobodyTheRestIsNotAsked() {
        var schedule = probed(healthy(server))
        _ = schedule.askOtherwise(server.id, at: at(6), wall: at(6))
        _ = schedule.probeNow([server.id], at: at(6))
        #expect(begin(&schedule, at: at(6)) == [.probe])
        _ = schedule.end(snapshot(server, .tcp, .timedOut), at: at(7))
        #expect(schedule.tracks[0].wishes.isEmpty)
        #expect(begin(&schedule, at: at(8)).isEmpty)
    }

    @Test func itIsRefusedInWordsWhereItCannotBe() {
        var unprobed = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        #expect(unprobed.askOtherwise(server.id, at: at(0), wall: at(0)) == .notReached)
        #expect(unprobed.askOtherwise(Server(name: "other").id, at: at(0), wall: at(0)) == .unknown)
        var silent = probed(snapshot(server, .tcp, .timedOut))
        #expect(silent.askOtherwise(server.id, at: at(1), wall: at(1)) == .notReached)
        var behind = server
        behind.path = .gateway
        var gated = ProbeSchedule(servers: [behind], depth: .full, start: at(0))
        #expect(gated.askOtherwise(behind.id, at: at(0), wall: at(0)) == .behindGateway)
    }

    @Test func whileProbingIsStoppedNothingIsAsked() {
        var schedule = probed(healthy(server))
        schedule.pause()
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .paused)
        schedule.resume()
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .accepted(connections: 4, left: 5))
        schedule.pause()
        #expect(begin(&schedule, at: at(3)).isEmpty)
    }

    @Test func whatExplainsAFailureComesFirstUnlessItHasBeenTriedJustNow() {
        let reason = LayerFailure.tlsAlert(70)
        let failing = snapshot(server, .tls, reason)
        func ways(_ snapshot: ServerSnapshot) -> [HandshakeVariant] {
            VariantPlan.wished(for: snapshot, at: at(10)).next.compactMap {
                if case .variant(let variant, because: nil) = $0 { variant } else { nil }
            }
        }
        #expect(ways(failing).map(\.offer) == [.obsolete, .tls10, .tls12, .tls12Legacy])
        var tried = failing
        for way in ways(failing) { tried = tried.appending(attempt(way, at: at(5), reason: reason), at: at(5)) }
        #expect(ways(tried).count == 4 && ways(tried).allSatisfy { !ways(failing).contains($0) })
    }

    @Test func aProberAnswersAndTellsEachResultAsItComes() async {
        let clock = ManualClock()
        let results = Mutex<[Int]>([])
        let (results4, done) = AsyncStream<Void>.makeStream()
        let server = server
        let prober = FleetProber(
            servers: [server], depth: .full, clock: clock, wall: { at(0) },
            actions: ProbeActions(
                probe: { server, _, _ in healthy(server) },
                followUp: { followUp, _, seen in
                    guard case .variant(let variant, because: nil) = followUp else { return seen }
                    return seen.appending(
                        VariantAttempt(variant: variant, reached: .tls, microseconds: 1, at: at(0)), at: at(0))
                },
                climbGateway: { gateway, _, _ in GatewaySnapshot(gateway: gateway.id, began: at(0), ended: at(0)) }))
        let (told, commands) = AsyncStream<ProberCommand>.makeStream()
        let answers = Mutex<[AskOtherwiseAnswer]>([])
        let run = Task {
            await prober.run(commands: told) { result in
                guard case .server(let snapshot) = result else { return }
                // The first word of the server: now there is somebody to ask.
                if snapshot.variants.isEmpty, results.withLock(\.isEmpty) {
                    results.withLock { $0.append(0) }
                    commands.yield(.askOtherwise(server.id) { answer in answers.withLock { $0.append(answer) } })
                } else if !snapshot.variants.isEmpty, results.withLock({ $0.last != snapshot.variants.count }) {
                    results.withLock { $0.append(snapshot.variants.count) }
                    if snapshot.variants.count == 4 { done.finish() }
                }
            }
        }
        let hand = Task {
            while !Task.isCancelled {
                if clock.sleeperCount > 0 { clock.advance(to: await clock.nextSleeper()) }
                await Task.yield()
            }
        }
        for await _ in results4 {}
        hand.cancel()
        run.cancel()
        await hand.value
        await run.value
        #expect(answers.withLock(\.self) == [.accepted(connections: 4, left: 5)])
        #expect(results.withLock(\.self) == [0, 1, 2, 3, 4])
    }
}
