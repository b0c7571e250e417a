import FleetModel
import ProbeEngine
import Testing

@testable import rdptop

/// What `trace` and `check` make of a failure and the second look at it.
@Suite struct SecondLookTests {
    private func probe(_ failure: LayerFailure?) -> ServerSnapshot {
        let at = Instant(seconds: 1_800_000_000)
        var snapshot = ServerSnapshot(server: Server(name: "a").id, began: at, ended: at)
        snapshot.tcp = Observation(facts: nil, failure: failure, microseconds: 10, at: at)
        return snapshot
    }

    @Test(
        arguments: [
            (.refused, .refused, 2), (.refused, nil, 0), (.refused, .timedOut, 2),
            // A fault on our side says nothing of the server.
            (.ourFault(.outOfResources), .refused, 1), (.refused, .ourFault(.outOfResources), 1),
            (.ourFault(.notPermitted), .ourFault(.notPermitted), 0),
        ] as [(LayerFailure, LayerFailure?, Int)])
    func onlyFailuresOfTheServerCount(first: LayerFailure, second: LayerFailure?, failures: Int) {
        let snapshot = probe(second).following(probe(first).following(nil))
        #expect(snapshot.consecutiveFailures == failures)
        #expect(snapshot.probes == 2)
    }

    @Test func aSweepDoesNotSaySinceWhen() {
        let server = Server(name: "a")
        let result = SweepResult(servers: [probe(.refused).following(nil)], gateways: [], ourSide: .fine)
        let (statuses, _) = ReportComposition.statuses(
            of: result, in: Fleet(name: "one", servers: [server]), at: Instant(seconds: 1_800_000_001))
        #expect(statuses.map(\.judgement.state) == [.unconfirmed])
        #expect(statuses.map(\.since) == [nil])
    }
}
