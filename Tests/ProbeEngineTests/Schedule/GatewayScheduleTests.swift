import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct GatewayScheduleTests {
    private func answer(
        _ gateway: Gateway, _ failure: LayerFailure? = nil, retryAfter: Span? = nil
    ) -> TargetSnapshot {
        let facts = HTTPFacts(request: .transport, status: failure == nil ? 401 : 503, retryAfter: retryAfter)
        return .gateway(
            GatewaySnapshot(
                gateway: gateway.id, began: at(0), ended: at(0),
                tcp: Observation(facts: nil, microseconds: 1, at: at(0)),
                transport: Observation(facts: facts, failure: failure, microseconds: 1, at: at(0))))
    }

    /// The pauses between the probes of one gateway that shows these, in seconds.
    private func pauses(_ answers: [(LayerFailure?, Span?)]) -> [Double] {
        let gateway = Gateway(name: "rdgw", host: "10.9.9.9")
        var schedule = ProbeSchedule(servers: [], gateways: [gateway], start: at(0))
        var now = at(0)
        return answers.compactMap { failure, retryAfter in
            guard !schedule.next(at: now).isEmpty else { return nil }
            _ = schedule.end(0, with: answer(gateway, failure, retryAfter: retryAfter), at: now, wall: now)
            guard let wake = schedule.nextWake else { return nil }
            defer { now = wake }
            return Double((wake - now).milliseconds) / 1000
        }
    }

    @Test func eachIsProbedOnceACycleHoweverManyServersAreBehindIt() {
        let gateways = [Gateway(name: "one", host: "10.9.9.9"), Gateway(name: "two", host: "10.9.8.9")]
        let servers = fleet(500).map { server in
            var server = server
            (server.gateway, server.path) = ("one", .both)
            return server
        }
        var schedule = ProbeSchedule(servers: servers, gateways: gateways + gateways, limits: unlimited, start: at(0))
        var probes: [Gateway.ID: Int] = [:]
        var now = at(0)
        while now < at(3600) {
            for opening in schedule.next(at: now) {
                guard case .begin(let assignment) = opening else { continue }
                switch assignment.target {
                case .server(let server): _ = schedule.end(snapshot(server), at: now)
                case .gateway(let gateway):
                    probes[gateway.id, default: 0] += 1
                    _ = schedule.end(assignment.visitor, with: answer(gateway), at: now, wall: now)
                }
            }
            guard let wake = schedule.nextWake else { break }
            now = max(now, wake)
        }
        #expect(probes.keys.sorted() == ["one", "two"])
        #expect(probes.values.allSatisfy { (58...63).contains($0) })
    }

    @Test func aFailureIsCheckedAgainSoon() throws {
        let pauses = pauses(Array(repeating: (.serverError(503), nil), count: 3))
        #expect((3...10).contains(try #require(pauses.first)))
        #expect(pauses.dropFirst() == [15, 15])
    }

    @Test func retryAfterIsObeyedForAnHourAtMost() {
        #expect(pauses([(.serverError(503), .seconds(120))]) == [120])
        #expect(pauses([(.serverError(503), .hours(30))]) == [3600])
        #expect(pauses([(.serverError(503), .seconds(-5))]).allSatisfy { $0 >= 3 })
    }

    @Test func oneCanBeAskedForByItsName() {
        let gateway = Gateway(name: "RDGW", host: "10.9.9.9")
        var schedule = ProbeSchedule(servers: [], gateways: [gateway], start: at(0))
        #expect(schedule.next(at: at(0)).count == 1)
        #expect(schedule.probeNow(gateways: ["rdgw", "other"], at: at(1)) == [.underWay, .unknown])
        _ = schedule.end(0, with: answer(gateway), at: at(1), wall: at(1))
        #expect(schedule.probeNow(gateways: ["rdgw"], at: at(2)) == [.tooSoon(wait: .seconds(3))])
        #expect(schedule.probeNow(gateways: ["rdgw"], at: at(5)) == [.accepted])
        #expect(schedule.next(at: at(5)).count == 1)
    }
}
