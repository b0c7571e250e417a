import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(5))) struct AskOtherwiseTests {
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

    /// A server that ends the connection in the TLS handshake, without a word.
    private var failing: ServerSnapshot {
        var snapshot = healthy(server)
        snapshot.tls = Observation(facts: nil, failure: .closed, microseconds: 1, at: at(0))
        return snapshot
    }

    /// The way that an assignment asks in; nil when it does something else.
    private func way(_ work: Track.Work?) -> HandshakeVariant? {
        guard case .followUp(.variant(let variant, _))? = work else { return nil }
        return variant
    }

    private func attempt(_ variant: HandshakeVariant, at now: Instant, reason: LayerFailure? = nil) -> VariantAttempt {
        VariantAttempt(
            variant: variant, reason: reason, reasonLayer: reason == nil ? nil : .tls, reached: .tls, microseconds: 1,
            at: now)
    }

    /// Lets time pass until a second; every assignment takes a quarter of a second. When what began.
    private func run(
        _ schedule: inout ProbeSchedule, _ snapshot: inout ServerSnapshot, until end: Instant,
        probe: ServerSnapshot? = nil
    ) -> [(at: Instant, work: Track.Work)] {
        var done: [(at: Instant, work: Track.Work)] = []
        while let wake = schedule.nextWake, wake < end {
            for work in begin(&schedule, at: wake) {
                done.append((wake, work))
                let ended = wake + .milliseconds(250)
                var seen = work == .probe ? quiet(probe ?? healthy(server)) : snapshot
                if case .followUp(.variant(let variant, let reason)) = work {
                    seen = seen.appending(attempt(variant, at: ended, reason: reason?.failure), at: ended)
                }
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
        #expect(done.compactMap { way($0.work) }.count == 4 && done.count == 4)
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
        #expect(done.compactMap { way($0.work) }.count == 4)
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

    @Test func whatIsDueToExplainTheFailureIsNotAskedASecondTime() throws {
        var schedule = probed(failing)
        let again = try #require(schedule.nextWake)
        #expect(begin(&schedule, at: again) == [.probe])
        var snapshot = schedule.end(quiet(failing), at: again)
        // Confirmed: the first of the four is due a second from now.
        let now = again + .milliseconds(500)
        guard case .accepted(connections: 4, _) = schedule.askOtherwise(server.id, at: now, wall: now) else {
            Issue.record("not accepted")
            return
        }
        let ways = run(&schedule, &snapshot, until: now + .seconds(30), probe: failing).compactMap { way($0.work) }
        #expect(ways.count == 4 && Set(ways).count == 4)
    }

    @Test func whatWasAskedBeforeTheFailureIsConfirmedExplainsItAndIsNotAskedAgain() {
        var schedule = probed(failing)
        var snapshot = quiet(failing)
        _ = schedule.askOtherwise(server.id, at: at(2), wall: at(2))
        let ways = run(&schedule, &snapshot, until: at(40), probe: failing).compactMap { way($0.work) }
        #expect(ways.count == 4 && Set(ways).count == 4)
        #expect(snapshot.variants.map(\.reason) == [.closed, .closed, .closed, .closed])
        #expect(snapshot.variants.allSatisfy { $0.reasonLayer == .tls })
    }

    @Test func whatIsAskedOfAServerThatWorksAgainExplainsNoFailure() {
        var schedule = probed(failing)
        var snapshot = quiet(failing)
        _ = schedule.askOtherwise(server.id, at: at(2), wall: at(2))
        _ = schedule.probeNow([server.id], at: at(6))
        let ways = run(&schedule, &snapshot, until: at(40)).compactMap { way($0.work) }
        #expect(ways.count == 4 && snapshot.variants.map(\.reason) == [nil, nil, nil, nil])
    }

    @Test func whoeverAsksGoesBeforeWhatNobodyAskedFor() throws {
        let servers = fleet(3)
        let limits = ProbeLimits(established: 1, newPerSecond: 100_000)
        var schedule = ProbeSchedule(servers: servers, depth: .full, limits: limits, start: at(0))
        for server in servers {
            #expect(schedule.begin(at: at(0)).map(\.id) == [server.id])
            _ = schedule.end(healthy(server), at: at(0))
        }
        func begun(at now: Instant) -> [Server.ID] {
            schedule.next(at: now).compactMap { opening in
                guard case .begin(let assignment) = opening, case .server(let server) = assignment.target else {
                    return nil
                }
                return server.id
            }
        }
        // Each has its companion to come, and there is room for one.
        #expect(begun(at: at(1)) == [servers[0].id])
        _ = schedule.askOtherwise(servers[2].id, at: at(1), wall: at(1))
        _ = schedule.end(healthy(servers[0]), at: at(1.5))
        #expect(begun(at: at(1.5)).first == servers[2].id)
    }

    @Test func anotherFamilyIsAskedWithinTheLimitsOfThatNeighbourhood() throws {
        let (used, other) = (IPAddress(octets: 10, 1, 1, 7), try #require(IPAddress("2001:db8::7")))
        var seen = quiet(snapshot(server, .x224, .closed))
        seen.dns = Observation(
            facts: DNSFacts(name: "ts07.corp.example", addresses: [used, other], source: .query), microseconds: 1,
            at: at(0))
        let peer = SocketEndpoint(address: used, port: 3389)
        seen.tcp = Observation(
            facts: TCPFacts(attempts: [TCPFacts.Attempt(peer: peer, failure: nil, microseconds: 1)]), microseconds: 1,
            at: at(0))
        var schedule = probed(seen)
        _ = schedule.askOtherwise(server.id, at: at(2), wall: at(2))
        var families: [HandshakeVariant.AddressFamily?] = []
        while let wake = schedule.nextWake, families.count < 4 {
            for work in begin(&schedule, at: wake) {
                guard let way = way(work) else { continue }
                families.append(way.family)
                let expected = way.family == nil ? used : other
                #expect(schedule.admission.count(of: .established, in: expected.neighbourhood) == 1)
                seen = schedule.end(seen.appending(attempt(way, at: wake), at: wake), at: wake)
            }
        }
        #expect(families == [nil, nil, nil, .ipv6])
    }

    @Test func aStopTakesBackWhatHasNotBeenAsked() {
        var schedule = probed(healthy(server))
        var snapshot = quiet(healthy(server))
        _ = schedule.askOtherwise(server.id, at: at(2), wall: at(2))
        #expect(run(&schedule, &snapshot, until: at(3)).count == 1)
        schedule.pause(at: at(3))
        schedule.resume()
        #expect(
            schedule.askOtherwise(server.id, at: at(4), wall: at(4)) == .tooSoon(asked: .seconds(2), wait: .seconds(58))
        )
        #expect(run(&schedule, &snapshot, until: at(600)).compactMap { way($0.work) }.isEmpty)
    }

    @Test func aStopBeforeTheFirstConnectionLeavesNothingToWaitFor() throws {
        let servers = fleet(2)
        let limits = ProbeLimits(established: 1, newPerSecond: 100_000)
        var schedule = ProbeSchedule(servers: servers, limits: limits, start: at(0))
        _ = schedule.begin(at: at(0))
        _ = schedule.end(healthy(servers[0]), at: at(0))
        #expect(schedule.begin(at: at(0)).map(\.id) == [servers[1].id], "the only place is taken")
        _ = schedule.askOtherwise(servers[0].id, at: at(2), wall: at(2))
        #expect(begin(&schedule, at: at(2)).isEmpty)
        #expect(schedule.admission.isWaiting(0))
        schedule.pause(at: at(2))
        #expect(!schedule.admission.isWaiting(0))
        _ = schedule.end(healthy(servers[1]), at: at(3))
        schedule.resume()
        #expect(begin(&schedule, at: at(4)).isEmpty)
        #expect(schedule.nextWake.map { $0 > at(20) } ?? false, "the next regular probe is planned as before")
        guard case .accepted(connections: 4, _) = schedule.askOtherwise(servers[0].id, at: at(4), wall: at(4)) else {
            Issue.record("not accepted")
            return
        }
    }

    @Test func aWishThatCameToNothingIsNotSaidToHaveBeenAsked() {
        var schedule = probed(healthy(server))
        _ = schedule.askOtherwise(server.id, at: at(6), wall: at(6))
        _ = schedule.probeNow([server.id], at: at(6))
        #expect(begin(&schedule, at: at(6)) == [.probe])
        _ = schedule.end(quiet(snapshot(server, .tcp, .ourFault(.outOfResources))), at: at(7))
        #expect(schedule.askOtherwise(server.id, at: at(8), wall: at(8)) == .notReached)
        _ = schedule.probeNow([server.id], at: at(12))
        #expect(begin(&schedule, at: at(12)) == [.probe])
        _ = schedule.end(quiet(healthy(server)), at: at(13))
        #expect(schedule.askOtherwise(server.id, at: at(14), wall: at(14)) == .accepted(connections: 4, left: 5))
    }

    @Test func aWishThatWaitedForOurLinkIsGrantedAsSoonAsItIsUp() throws {
        let servers = (0..<100).map { Server(name: "10.0.\($0 / 25).\($0 % 25 + 1)") }
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        for server in schedule.begin(at: at(0)) { _ = schedule.end(snapshot(server), at: at(0)) }
        var asked: Server.ID?
        var now = at(0)
        while asked == nil {
            now = try #require(schedule.nextWake)
            for server in schedule.begin(at: now) {
                var before = schedule
                _ = schedule.end(snapshot(server, .tcp, .unreachable(.network)), at: now)
                guard asked == nil, schedule.ourSide.state == .linkDown else { continue }
                // Just before it is known: the server that is probed last of all.
                let later = (now + .seconds(20))...
                let last = try #require(
                    before.tracks.firstIndex {
                        $0.activity == .idle && $0.isPassing && $0.nextProbe.map(later.contains) ?? false
                    })
                asked = servers[last].id
                guard case .accepted = before.askOtherwise(servers[last].id, at: now, wall: now) else {
                    Issue.record("not accepted")
                    return
                }
                schedule = before
                _ = schedule.end(snapshot(server, .tcp, .unreachable(.network)), at: now)
                #expect(schedule.ourSide.state == .linkDown)
            }
        }
        let down = now
        var granted: Instant?
        while granted == nil, now < down + .seconds(60) {
            for case .begin(let assignment) in schedule.next(at: now) {
                guard case .server(let server) = assignment.target else { continue }
                if way(assignment.work) != nil {
                    #expect(schedule.ourSide.state != .linkDown && server.id == asked)
                    granted = now
                }
                _ = schedule.end(snapshot(server), at: now)
            }
            now = try #require(schedule.nextWake)
        }
        #expect(granted.map { $0 - down < .seconds(10) } ?? false)
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
        schedule.pause(at: at(2))
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .paused)
        schedule.resume()
        #expect(schedule.askOtherwise(server.id, at: at(2), wall: at(2)) == .accepted(connections: 4, left: 5))
        schedule.pause(at: at(2))
        #expect(begin(&schedule, at: at(3)).isEmpty)
    }

    @Test func whatExplainsAFailureComesFirstUnlessItHasBeenTriedJustNow() {
        let reason = LayerFailure.tlsAlert(70)
        let failing = snapshot(server, .tls, reason)
        func ways(_ snapshot: ServerSnapshot) -> [HandshakeVariant] {
            VariantPlan.wished(for: snapshot, at: at(10)).next
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
