import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct ProbeScheduleTests {
    /// Lets one server fail or pass again and again; the pauses from each end to the next beginning, in seconds.
    private func pauses(_ outcomes: [(Layer, LayerFailure?)], interval: Span = .seconds(60)) -> [Double] {
        let server = fleet(1, interval: interval)[0]
        var schedule = ProbeSchedule(servers: [server], start: at(0))
        var now = at(0)
        var pauses: [Double] = []
        for (layer, failure) in outcomes {
            #expect(schedule.begin(at: now).map(\.id) == [server.id])
            _ = schedule.end(snapshot(server, layer, failure), at: now)
            guard let wake = schedule.nextWake else { break }
            pauses.append(Double((wake - now).milliseconds) / 1000)
            now = wake
        }
        return pauses
    }

    @Test func theFirstSweepIsAtOnceTheBadOnesFirst() {
        let servers = fleet(5)
        var schedule = ProbeSchedule(servers: servers, lastKnownBad: [servers[3].id], start: at(0))
        #expect(schedule.nextWake == at(0))
        #expect(schedule.begin(at: at(0)).map(\.id) == [3, 0, 1, 2, 4].map { servers[$0].id })
        #expect(schedule.begin(at: at(0)).isEmpty, "never twice at the same time")
        #expect(schedule.underWay == 5)
        #expect(schedule.nextWake == nil)
    }

    @Test func aFailureToReachIsRecheckedOnceAndThenMoreAndMoreSeldom() throws {
        for failure in [LayerFailure.timedOut, .refused] {
            let pauses = pauses(Array(repeating: (.tcp, failure), count: 8))
            #expect((3...10).contains(try #require(pauses.first)))
            #expect(pauses.dropFirst() == [15, 30, 60, 120, 300, 300, 300])
        }
        #expect(pauses(Array(repeating: (.dns, .noSuchName), count: 4)).dropFirst() == [15, 30, 60])
    }

    @Test func aFailureAboveTCPIsWatchedForFiveMinutesAndThenProbedAtItsInterval() {
        let pauses = pauses(Array(repeating: (.tls, .handshakeFailed), count: 30))
        #expect((3...10).contains(pauses[0]))
        #expect(pauses[1..<20].allSatisfy { $0 == 15 })
        #expect(pauses.suffix(8).allSatisfy { $0 >= 29 && $0 <= 94 })
    }

    @Test func passingEndsTheBackOff() {
        let pauses = pauses([
            (.tcp, .timedOut), (.tcp, .timedOut), (.tcp, nil), (.tcp, .timedOut), (.tcp, .timedOut),
        ])
        #expect(pauses[2] > 15)
        #expect((3...10).contains(pauses[3]))
        #expect(pauses[4] == 15)
    }

    @Test func aFaultOnOurSideIsNoFailureOfTheServer() {
        let server = fleet(1)[0]
        var schedule = ProbeSchedule(servers: [server], start: at(0))
        var counts: [[Int]] = []
        var now = at(0)
        let faults: [LayerFailure?] = [.timedOut, .ourFault(.invalidAddress), .timedOut, nil]
        for failure in faults {
            _ = schedule.begin(at: now)
            let counted = schedule.end(snapshot(server, .tcp, failure), at: now)
            counts.append([counted.probes, counted.consecutiveFailures])
            now = schedule.nextWake ?? now
        }
        #expect(counts == [[1, 1], [2, 1], [3, 2], [4, 0]])
    }

    @Test(arguments: [Span.seconds(5), .seconds(60), .minutes(10)]) func healthyServersKeepToTheirInterval(
        interval: Span
    ) {
        let servers = fleet(200, interval: interval)
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        var begun: [Server.ID: [Instant]] = [:]
        var now = at(0)
        let end = Instant(milliseconds: interval.milliseconds * 10)
        while now < end {
            for server in schedule.begin(at: now) {
                begun[server.id, default: []].append(now)
                _ = schedule.end(snapshot(server), at: now)
            }
            guard let wake = schedule.nextWake else { break }
            #expect(wake > now)
            now = wake
        }
        let width = Double(interval.milliseconds)
        for times in begun.values {
            let gaps = zip(times.dropFirst(), times).map { Double(($0 - $1).milliseconds) / width }
            #expect(gaps.allSatisfy { Span.milliseconds(Int64($0 * width)) >= .seconds(4) })
            // The first gap leads from the first sweep to the server's own place.
            #expect(gaps.dropFirst(2).allSatisfy { $0 >= 0.89 && $0 <= 1.2 }, "\(gaps)")
            #expect((8...11).contains(times.count))
        }
    }

    @Test func placesAreSpreadEvenlyOverTheInterval() {
        let servers = fleet(6000)
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        for server in schedule.begin(at: at(0)) { _ = schedule.end(snapshot(server), at: at(0)) }
        var perSecond: [Int64: Int] = [:]
        var now = at(0)
        while let wake = schedule.nextWake, wake < at(150) {
            now = wake
            for server in schedule.begin(at: now) {
                perSecond[now.milliseconds / 1000, default: 0] += 1
                _ = schedule.end(snapshot(server), at: now)
            }
        }
        // 100 a second on average; a burst would show as hundreds.
        #expect((95..<145).allSatisfy { (60...150).contains(perSecond[$0, default: 0]) }, "\(perSecond)")
    }

    @Test func afterASleepThereIsOneSweepAtTheRateOfTheLimits() {
        let servers = fleet(300)
        var schedule = ProbeSchedule(servers: servers, limits: ProbeLimits(newPerSecond: 100), start: at(0))
        var probes = 0
        func runUntil(_ end: Instant, from start: Instant) -> [Int] {
            var now = start
            var batches: [Int] = []
            while now < end {
                let begun = schedule.begin(at: now)
                batches.append(begun.count)
                probes += begun.count
                for server in begun { _ = schedule.end(snapshot(server), at: now) }
                guard let wake = schedule.nextWake else { break }
                now = max(wake, now)
            }
            return batches
        }
        _ = runUntil(at(100), from: at(0))
        probes = 0
        let batches = runUntil(at(36_004), from: at(36_000))
        #expect(batches.allSatisfy { $0 <= 10 })
        #expect((300...330).contains(probes), "one each, and not one for each interval slept through")
    }

    @Test func probeNowSaysWhyNot() {
        let servers = fleet(3)
        let stranger = Server.ID(name: "stranger", port: 3389)
        var schedule = ProbeSchedule(servers: servers, start: at(0))
        _ = schedule.begin(at: at(0))
        _ = schedule.end(snapshot(servers[0]), at: at(1))
        let asked = [servers[0].id, servers[1].id, stranger]
        #expect(schedule.probeNow(asked, at: at(2)) == [.tooSoon(wait: .seconds(3)), .underWay, .unknown])
        #expect(schedule.probeNow([servers[0].id], at: at(5)) == [.accepted])
        #expect(schedule.begin(at: at(5)).map(\.id) == [servers[0].id])
        #expect(schedule.begin(at: at(5)).isEmpty)
        schedule.pause(at: at(9))
        #expect(schedule.probeNow([servers[2].id], at: at(9)) == [.paused])
    }

    @Test func pausedMeansThatNothingBegins() {
        let servers = fleet(4)
        var schedule = ProbeSchedule(servers: servers, start: at(0))
        for server in schedule.begin(at: at(0)) { _ = schedule.end(snapshot(server), at: at(0)) }
        schedule.pause(at: at(0))
        #expect(schedule.isPaused)
        #expect(schedule.nextWake == nil)
        #expect(schedule.begin(at: at(1000)).isEmpty)
        schedule.resume()
        #expect(schedule.begin(at: at(1000)).count == 4)
    }

    @Test func pausedNothingIsWaitedForWhateverIsDue() {
        let limits = ProbeLimits(newPerSecond: 1, newPerSecondAndNeighbourhood: 1)
        var schedule = ProbeSchedule(servers: fleet(4), limits: limits, start: at(0))
        #expect(schedule.nextWake == at(0))
        schedule.pause(at: at(0))
        #expect(schedule.nextWake == nil)
        schedule.resume()
        #expect(schedule.begin(at: at(0)).count < 4)
        #expect(schedule.nextWake != nil)
        schedule.pause(at: at(0))
        #expect(schedule.nextWake == nil)
    }

    @Test func ofManyThatShareACauseOneInTenKeepsTheFastPace() {
        let servers = fleet(30)
        var schedule = ProbeSchedule(servers: servers, limits: unlimited, start: at(0))
        var now = at(0)
        var between: [Server.ID: Int] = [:]
        while now < at(200) {
            for server in schedule.begin(at: now) {
                if now > at(60) { between[server.id, default: 0] += 1 }
                _ = schedule.end(snapshot(server, .tls, .tlsAlert(40)), at: now)
            }
            guard let wake = schedule.nextWake else { break }
            now = wake
        }
        #expect(between.values.count { $0 >= 8 } == 3)
        #expect(between.values.count { $0 <= 4 } == 27)
    }

    @Test func aServerBehindAGatewayIsNeverProbed() {
        var servers = fleet(3)
        servers[0].path = .gateway
        servers[1].path = .both
        var schedule = ProbeSchedule(servers: servers, start: at(0))
        #expect(schedule.begin(at: at(0)).map(\.id) == [servers[1].id, servers[2].id])
        #expect(schedule.probeNow([servers[0].id, servers[1].id], at: at(60)) == [.behindGateway, .underWay])
        #expect(schedule.nextWake == nil)
        schedule.pause(at: at(60))
        #expect(schedule.probeNow([servers[0].id], at: at(60)) == [.behindGateway])
    }

    @Test func aFleetTwiceOverIsProbedOnce() {
        let servers = fleet(3)
        var schedule = ProbeSchedule(servers: servers + servers, start: at(0))
        #expect(schedule.begin(at: at(0)).count == 3)
    }

    @Test func theEndOfAProbeThatWasNotUnderWayChangesNothing() {
        let servers = fleet(1)
        var schedule = ProbeSchedule(servers: servers, start: at(0))
        let late = schedule.end(0, with: .server(snapshot(servers[0], .tcp, .refused)), at: at(0), wall: at(0))
        #expect(late == nil)
        #expect(schedule.begin(at: at(0)).count == 1)
    }
}
