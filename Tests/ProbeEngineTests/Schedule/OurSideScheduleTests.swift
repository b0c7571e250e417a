import FleetModel
import Testing

@testable import ProbeEngine

/// What a schedule does when the fault is ours, or may be.
@Suite struct OurSideScheduleTests {
    /// Probes everybody that is due, again and again until then; how many probes that were.
    private func run(
        _ schedule: inout ProbeSchedule, from start: Double, until end: Double, _ failure: LayerFailure?
    ) -> Int {
        var probes = 0
        var now = at(start)
        while now < at(end) {
            for server in schedule.begin(at: now) {
                probes += 1
                _ = schedule.end(snapshot(server, .tcp, failure), at: now)
            }
            guard let wake = schedule.nextWake else { break }
            now = max(wake, now)
        }
        return probes
    }

    @Test func whileTheLinkIsDownOneScoutInEachNeighbourhoodProbesAndThenAllAtOnce() {
        let servers = (0..<100).map { Server(name: "10.0.\($0 / 25).\($0 % 25 + 1)") }
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        #expect(run(&schedule, from: 0, until: 1, nil) == 100)
        _ = run(&schedule, from: 60, until: 80, .unreachable(.network))
        #expect(schedule.ourSide.state == .linkDown)
        let scouts = run(&schedule, from: 80, until: 180, .unreachable(.network))
        #expect((76...84).contains(scouts), "four of them, every five seconds: \(scouts)")
        #expect(schedule.probeNow([servers[7].id], at: at(180)) == [.accepted])
        let begun = schedule.begin(at: at(180))
        #expect(begun.contains { $0.id == servers[7].id }, "who is asked for is probed")
        for server in begun { _ = schedule.end(snapshot(server, .tcp, .unreachable(.network)), at: at(180)) }
        _ = run(&schedule, from: 180, until: 186, nil)
        #expect(schedule.ourSide.state == .fine)
        #expect(schedule.tracks.allSatisfy { $0.isPassing && !$0.isHeld }, "all were probed as soon as it was up")
    }

    @Test func whatFailsWhileTheLinkIsDownIsNotRememberedOfTheServers() {
        let servers = (0..<100).map { Server(name: "10.0.\($0 / 25).\($0 % 25 + 1)") }
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        func remembered() -> [String] { schedule.snapshots.servers.map(\.sinceStart.outcomes.signs) }
        _ = run(&schedule, from: 0, until: 1, nil)
        #expect(Set(remembered()) == ["."])
        _ = run(&schedule, from: 60, until: 80, .unreachable(.network))
        #expect(schedule.ourSide.state == .linkDown)
        let before = remembered()
        #expect(run(&schedule, from: 80, until: 180, .unreachable(.network)) > 0)
        #expect(remembered() == before)
        #expect(before.contains("."), "those that were probed once it was known to be down have no failure")
        _ = run(&schedule, from: 180, until: 186, nil)
        #expect(schedule.ourSide.state == .fine)
        #expect(remembered().allSatisfy { $0.hasSuffix(".") })
    }

    @Test func aFleetThatWasNeverReachedIsNotTakenForADeadLink() {
        let servers = fleet(100)
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        for server in schedule.begin(at: at(0)) {
            let isDead = server.id != servers[0].id
            _ = schedule.end(snapshot(server, .tcp, isDead ? .unreachable(.network) : nil), at: at(0))
        }
        #expect(schedule.ourSide.state == .fine)
    }

    @Test func aTimeoutOfAnOverloadedMachineIsTriedAgainOnceBeforeItCounts() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], start: at(0))
        _ = schedule.begin(at: at(0))
        schedule.take(lag: .milliseconds(400), at: at(1))
        #expect(schedule.ourSide.state == .overloaded(lag: .milliseconds(400)))
        let first = schedule.end(0, with: .server(snapshot(server, .tcp, .timedOut)), at: at(3), wall: at(3))
        #expect(first == nil, "nobody is told")
        let wake = schedule.nextWake ?? at(0)
        #expect(wake > at(3) && wake <= at(13))
        _ = schedule.begin(at: at(13))
        schedule.take(lag: .milliseconds(400), at: at(14))
        #expect(schedule.end(snapshot(server, .tcp, .timedOut), at: at(16)).consecutiveFailures == 1)
    }

    @Test func whoIsRefusedByAnOverloadedMachineCountsAtOnce() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], start: at(0))
        _ = schedule.begin(at: at(0))
        schedule.take(lag: .milliseconds(400), at: at(1))
        #expect(schedule.end(snapshot(server, .tcp, .refused), at: at(3)).consecutiveFailures == 1)
    }

    @Test func noDescriptorsLeftSlowsDownWhatIsNew() {
        let servers = fleet(1000)
        let limits = ProbeLimits(established: 1000, newPerSecond: 500)
        var schedule = ProbeSchedule(servers: servers, limits: limits, start: at(0))
        _ = schedule.end(snapshot(schedule.begin(at: at(0))[0], .tcp, .ourFault(.outOfResources)), at: at(0))
        #expect(schedule.ourSide.state == .overloaded(lag: .zero))
        var begun = 0
        var now = at(0)
        while let wake = schedule.nextWake, wake < at(2) {
            now = max(now, wake)
            begun += schedule.begin(at: now).count
        }
        #expect((450...530).contains(begun), "\(begun) in two seconds")
    }

    @Test func aClockThatIsSetBackDelaysNobody() {
        let servers = fleet(50)
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(10_000))
        var now = at(10_000)
        for server in schedule.begin(at: now) { _ = schedule.end(snapshot(server), at: now) }
        now = at(400)
        _ = schedule.begin(at: now)
        var seen: Set<Server.ID> = []
        while let wake = schedule.nextWake, wake < at(400) + .seconds(95) {
            #expect(wake >= now)
            now = wake
            for server in schedule.begin(at: now) {
                seen.insert(server.id)
                _ = schedule.end(snapshot(server), at: now)
            }
        }
        #expect(seen.count == 50)
    }

    @Test func whoFellSilentWhileANeighbourAnswersMayHaveBlockedUsAndIsProbedHourly() {
        let servers = [Server(name: "10.0.0.1"), Server(name: "10.0.0.2"), Server(name: "10.0.1.1")]
        var schedule = ProbeSchedule(servers: servers, start: at(0))
        var marks: [Bool] = []
        var begun: [Instant] = []
        var now = at(0)
        while now < at(3 * 3600) {
            for server in schedule.begin(at: now) {
                let isSilent = server.id == servers[0].id && now > at(10) && now < at(2 * 3600)
                let seen = schedule.end(snapshot(server, .tcp, isSilent ? .timedOut : nil), at: now)
                #expect(server.id == servers[0].id || !seen.possiblyBlockedHere)
                guard server.id == servers[0].id else { continue }
                marks.append(seen.possiblyBlockedHere)
                begun.append(now)
            }
            guard let wake = schedule.nextWake else { break }
            now = wake
        }
        #expect(marks.contains(true))
        #expect(marks.last == false, "an answer ends it")
        let pauses = zip(marks, zip(begun.dropFirst(), begun)).filter(\.0).map { $1.0 - $1.1 }
        #expect(pauses.allSatisfy { $0 == .hours(1) } && !pauses.isEmpty)
    }

    @Test func silenceOfAWholeNeighbourhoodOrOfOneThatNeverAnsweredIsNoBlock() {
        for (isEverThere, hasPing, expected) in [(true, false, false), (true, true, true), (false, true, false)] {
            let server = Server(name: "10.0.0.1")
            var schedule = ProbeSchedule(servers: [server], start: at(0))
            var now = at(0)
            var last = false
            for step in 0..<5 {
                _ = schedule.begin(at: now)
                var seen = snapshot(server, .tcp, step == 0 && isEverThere ? nil : .timedOut)
                if hasPing { seen.ping = Observation(facts: nil, microseconds: 1, at: at(0)) }
                last = schedule.end(seen, at: now).possiblyBlockedHere
                now = schedule.nextWake ?? now
            }
            #expect(last == expected)
        }
    }
}
