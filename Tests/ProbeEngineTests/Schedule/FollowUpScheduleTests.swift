import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct FollowUpScheduleTests {
    /// What begins now, but for probes.
    private func followUps(_ schedule: inout ProbeSchedule, at now: Instant) -> [Track.Work] {
        schedule.next(at: now).compactMap { opening in
            guard case .begin(let assignment) = opening, assignment.work != .probe else { return nil }
            return assignment.work
        }
    }

    private func withUDP(
        _ snapshot: ServerSnapshot, failure: LayerFailure? = nil, at now: Instant
    ) -> ServerSnapshot {
        var snapshot = snapshot
        snapshot.udp = Observation(facts: nil, failure: failure, microseconds: 1, at: now)
        return snapshot
    }

    private func withCompanion(_ snapshot: ServerSnapshot, at now: Instant) -> ServerSnapshot {
        var snapshot = snapshot
        let facts = NegotiationFacts(requested: .tls, answer: .refused(code: 5))
        snapshot.companion = Observation(facts: facts, microseconds: 1, at: now)
        return snapshot
    }

    @Test func theyFollowOneByOneASecondAfterTheConnection() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        #expect(schedule.begin(at: at(0)).count == 1)
        let probed = schedule.end(healthy(server), at: at(2))
        #expect(followUps(&schedule, at: at(2.999)).isEmpty)
        #expect(schedule.nextWake == at(3))
        #expect(followUps(&schedule, at: at(3)) == [.followUp(.companion)])
        #expect(schedule.begin(at: at(20)).isEmpty, "one at a time")
        let companion = schedule.end(withCompanion(probed, at: at(4)), at: at(4))
        #expect(companion.probes == 1 && companion.consecutiveFailures == 0)
        #expect(followUps(&schedule, at: at(4.9)).isEmpty)
        #expect(followUps(&schedule, at: at(5)) == [.followUp(.udp)])
        _ = schedule.end(withUDP(companion, at: at(6)), at: at(6))
        // Until the next probe nothing more is due; the probe carries on what was seen.
        #expect(schedule.nextWake.map { $0 > at(20) } ?? false)
        let wake = schedule.nextWake ?? at(0)
        #expect(schedule.begin(at: wake).count == 1)
        let second = schedule.end(healthy(server), at: wake)
        #expect(second.probes == 2 && second.udp != nil && second.companion != nil)
        #expect(followUps(&schedule, at: wake + .seconds(1)).isEmpty)
    }

    @Test func whatIsRememberedIsOfProbesAndNotOfWhatFollowsThem() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        _ = schedule.begin(at: at(0))
        let probed = schedule.end(healthy(server), at: at(2))
        #expect(probed.sinceStart.outcomes.all == [.passed])
        _ = followUps(&schedule, at: at(3))
        var asked = withCompanion(probed, at: at(4))
        asked.sinceStart = SinceStart(began: at(4))
        #expect(schedule.end(asked, at: at(4)).sinceStart == probed.sinceStart)
    }

    @Test func udpIsAskedHourlyAndTheCompanionDailyAndAfterAStepBackOfTheWallClock() {
        let cadence = Cadence(depth: .full)
        let server = fleet(1)[0]
        let first = healthy(server)
        #expect(cadence.followUps(after: first, earlier: nil, policy: server.policy, at: at(0)) == [.companion, .udp])
        let seen = withCompanion(withUDP(first, at: at(3600)), at: at(3600))
        func due(at seconds: Double, _ policy: ProbePolicy = ProbePolicy()) -> [FollowUp] {
            cadence.followUps(after: seen, earlier: seen, policy: policy, at: at(seconds))
        }
        #expect(due(at: 7199) == [])
        #expect(due(at: 7200) == [.udp])
        #expect(due(at: 90_000) == [.companion, .udp])
        #expect(due(at: 0) == [.companion, .udp], "what was seen an hour from now is not waited for")
        #expect(due(at: 90_000, ProbePolicy(expectedUDP: false)) == [.companion])
    }

    @Test func aServerThatIsSilentOnUDPIsAskedAgainTheNextDay() {
        let cadence = Cadence(depth: .full)
        let server = fleet(1)[0]
        let seen = withCompanion(withUDP(healthy(server), failure: .timedOut, at: at(0)), at: at(0))
        func due(at seconds: Double) -> [FollowUp] {
            cadence.followUps(after: seen, earlier: seen, policy: server.policy, at: at(seconds))
        }
        #expect(due(at: 86_399) == [])
        #expect(due(at: 86_400) == [.companion, .udp])
    }

    @Test func aFollowUpThatShowsNothingIsNotTriedAgainBeforeTheNextProbe() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        _ = schedule.begin(at: at(0))
        let probed = schedule.end(healthy(server), at: at(0))
        var done: [Track.Work] = []
        var now = at(0)
        while let wake = schedule.nextWake, wake < at(20) {
            now = wake
            for work in followUps(&schedule, at: now) {
                done.append(work)
                _ = schedule.end(probed, at: now)
            }
        }
        #expect(done == [.followUp(.companion), .followUp(.udp)])
    }

    @Test func udpHasALimitAndARateOfItsOwn() {
        let servers = fleet(400)
        let limits = ProbeLimits(established: 1000, newPerSecond: 100_000, datagrams: 30, newDatagramsPerSecond: 200)
        var schedule = ProbeSchedule(servers: servers, depth: .full, limits: limits, start: at(0))
        for server in schedule.begin(at: at(0)) { _ = schedule.end(snapshot(server), at: at(0)) }
        var asked = followUps(&schedule, at: at(1)).count { $0 == .followUp(.udp) }
        #expect(asked == 20, "a tenth of a second's worth at once")
        while let wake = schedule.nextWake, wake < at(2) {
            asked += followUps(&schedule, at: wake).count { $0 == .followUp(.udp) }
        }
        #expect(asked == 30)
        #expect(schedule.datagrams.count == 30)
    }

    @Test func aProbeThatBecomesDueGoesBeforeAFollowUpThatWaits() {
        let servers = fleet(2, interval: .seconds(5))
        let limits = ProbeLimits(established: 1, newPerSecond: 100_000)
        var schedule = ProbeSchedule(servers: servers, depth: .full, limits: limits, start: at(0))
        #expect(schedule.begin(at: at(0)).map(\.id) == [servers[0].id])
        _ = schedule.end(healthy(servers[0]), at: at(0))
        #expect(schedule.begin(at: at(0)).map(\.id) == [servers[1].id])
        #expect(followUps(&schedule, at: at(1)).isEmpty, "the only place is taken")
        _ = schedule.begin(at: at(9))
        _ = schedule.end(healthy(servers[1]), at: at(9))
        #expect(schedule.begin(at: at(9)).map(\.id) == [servers[0].id])
        #expect(schedule.underWay == 1)
    }

    @Test func aServerThatCannotBeReachedIsFollowedByNothing() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        _ = schedule.begin(at: at(0))
        _ = schedule.end(snapshot(server, .tcp, .timedOut), at: at(3))
        #expect(schedule.nextWake.map { $0 >= at(6) } ?? false)
    }

    @Test func theAddressOfBeforeIsTriedWithinTheLimitsOfItsOwnNeighbourhood() {
        let server = Server(name: "ts07.corp.example", policy: ProbePolicy(expectedUDP: false))
        var schedule = ProbeSchedule(servers: [server], depth: .full, start: at(0))
        func probe(_ address: IPAddress?, _ failure: LayerFailure?) -> ServerSnapshot {
            guard let address else { return snapshot(server, .dns, failure) }
            let attempt = TCPFacts.Attempt(
                peer: SocketEndpoint(address: address, port: 3389), failure: failure, microseconds: 1)
            var probed = snapshot(server)
            probed.tcp = Observation(
                facts: TCPFacts(attempts: [attempt]), failure: failure, microseconds: 1, at: at(0))
            return probed
        }
        let (old, new) = (IPAddress(octets: 10, 1, 1, 7), IPAddress(octets: 10, 2, 2, 7))
        // It answers, its name leads elsewhere, where nobody answers, and then nowhere.
        for (hour, seen) in [probe(old, nil), probe(new, .refused), probe(nil, .noSuchName)].enumerated() {
            #expect(schedule.begin(at: at(3600 * Double(hour))).count == 1)
            _ = schedule.end(seen, at: at(3600 * Double(hour)))
        }
        let wake = schedule.nextWake ?? at(0)
        #expect(followUps(&schedule, at: wake) == [.followUp(.lastAddress)])
        #expect(schedule.admission.count(of: .established, in: old.neighbourhood) == 1)
        #expect(schedule.admission.count(of: .established, in: new.neighbourhood) == 0)
    }
}
