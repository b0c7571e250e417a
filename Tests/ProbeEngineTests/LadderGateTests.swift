import FleetModel
import ProbeEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct LadderGateTests {
    /// A ladder whose gate lets one climb in, and no other before a second has passed on a clock that stands still.
    private func ladder(_ clock: ManualClock, resolver: any NameResolving) throws -> Ladder {
        let examiner = NotingExaminer()
        let limits = ProbeLimits(newPerSecondAndNeighbourhood: 1)
        return try Ladder(
            resolver: resolver, examiners: try CertificateExaminers(for: [Server]()) { _ in examiner },
            gate: NeighbourhoodGate(limits: limits, clock: clock), now: { LadderFixture.now })
    }

    @Test func aNameWaitsForItsNeighbourhoodAndIsThenProbed() async throws {
        let clock = ManualClock()
        let resolver = TableResolver(["ts01.example": [try #require(IPAddress("127.0.0.1"))]])
        let ladder = try ladder(clock, resolver: resolver)
        let snapshots = try await ScriptedServer.run([.send(Wire.refusal(2))]) { server in
            var target = server.target(named: "ts01.example", timeout: .seconds(20))
            target.address = nil
            let first = await ladder.climb(target)
            async let second = ladder.climb(target)
            let wake = await clock.nextSleeper()
            clock.advance(to: wake)
            return [first, await second]
        }
        #expect(snapshots.compactMap(\.tcp?.facts).count == 2)
        #expect(snapshots.allSatisfy { $0.dns?.failure == nil && $0.tcp?.failure == nil })
    }

    @Test func whoIsCancelledAtTheGateHasSeenNothingOfTheServer() async throws {
        let clock = ManualClock()
        let ladder = try ladder(clock, resolver: TableResolver([:]))
        let target = Server(name: "127.0.0.1", port: 1)
        _ = await ladder.climb(target)
        let task = Task { await ladder.climb(target) }
        _ = await clock.nextSleeper()
        task.cancel()
        let snapshot = await task.value
        #expect(snapshot.tcp?.failure == .ourFault(.cancelled))
        #expect(snapshot.tcp?.facts?.attempts == [])
    }
}
