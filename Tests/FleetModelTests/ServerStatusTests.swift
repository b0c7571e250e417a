import FleetModel
import Testing

@Suite struct ServerStatusTests {
    @Test func `the first probe begins the state`() {
        let status = taking([(.ok, 10)])
        #expect(status.since == Instant(seconds: 10))
        #expect(status.previous == nil)
        #expect(status.judgement.state == .ok)
    }

    @Test func `a first probe that finds nothing out begins it as well`() {
        let status = taking([(.unknown, 10)])
        #expect(status.since == Instant(seconds: 10))
        #expect(status.previous == nil)
    }

    @Test func `the same state goes on`() {
        let status = taking([(.ok, 10), (.ok, 20), (.ok, 30)])
        #expect(status.since == Instant(seconds: 10))
        #expect(status.snapshot?.ended == Instant(seconds: 30))
    }

    @Test func `a change of state begins a new one and keeps the old`() {
        let status = taking([(.ok, 10), (.warning, 20), (.ok, 30)])
        #expect(status.since == Instant(seconds: 30))
        #expect(status.previous == .warning)
    }

    @Test func `a failure that is confirmed began with the first failed probe`() {
        let status = taking([(.ok, 10), (.unconfirmed, 20), (.down, 25), (.down, 40)])
        #expect(status.judgement.state == .down)
        #expect(status.since == Instant(seconds: 20))
        #expect(status.previous == .ok)
    }

    @Test func `a failure that is not confirmed leaves its trace as the previous state`() {
        let status = taking([(.ok, 10), (.unconfirmed, 20), (.ok, 25)])
        #expect(status.since == Instant(seconds: 25))
        #expect(status.previous == .unconfirmed)
    }

    @Test(arguments: [(0, 0), (999, 0), (1_000, 1), (1_999, 1), (9_000, 9), (-1, 0), (-400, 0), (-9_000, 0)])
    func `its age is in whole seconds and never negative`(_ milliseconds: Int64, _ seconds: Int64) {
        let since = Instant(seconds: 1_000)
        let status = ServerStatus(server: Server(name: "ts07.corp.example"), since: since)
        #expect(status.age(at: since + .milliseconds(milliseconds)) == .seconds(seconds))
    }

    @Test func `states that began in one second have one age`() {
        let server = Server(name: "ts07.corp.example")
        let ages = [0, 400, 999].map { late in
            ServerStatus(server: server, since: Instant(milliseconds: 10_000 + late)).age(at: Instant(seconds: 19))
        }
        #expect(Set(ages) == [.seconds(9)])
    }

    @Test func `before the first probe it has no age`() {
        #expect(ServerStatus(server: Server(name: "ts07.corp.example")).age(at: Instant(seconds: 10)) == nil)
    }

    @Test func `every state is counted once`() {
        let counts = StateCounts(judgements([.down, .down, .unconfirmed, .warning, .unknown, .ok, .ok, .ok]))
        #expect(counts.down == 2)
        #expect(counts.warning == 1)
        #expect(counts.unknown == 2)
        #expect(counts.ok == 3)
        #expect(counts.total == 8)
        #expect(StateCounts([Judgement]()).total == 0)
    }

    @Test func `counts follow a server from state to state`() {
        var counts = StateCounts(judgements(ServerState.allCases))
        counts.add(Judgement(state: .down, cells: .unknown), -1)
        counts.add(Judgement(state: .ok, cells: .unknown), 1)
        #expect(counts.down == 0 && counts.ok == 2 && counts.total == ServerState.allCases.count)
    }

    @Test func `servers down behind a gateway are counted apart, by the gateway`() {
        var counts = StateCounts(judgements([.down, .ok]))
        let behind = Judgement(state: .down, cells: .unknown, behind: "rdgw-fra-1")
        counts.add(behind, 17)
        #expect(counts.down == 1 && counts.behind == ["rdgw-fra-1": 17] && counts.total == 19)
        counts.add(behind, -17)
        #expect(counts.behind.isEmpty && counts.total == 2)
    }

    private func judgements(_ states: [ServerState]) -> [Judgement] {
        states.map { Judgement(state: $0, cells: .unknown) }
    }

    @Test func `states sort worst first`() {
        #expect(ServerState.allCases.shuffled().sorted() == [.down, .unconfirmed, .warning, .unknown, .ok])
    }

    private func taking(_ probes: [(ServerState, Int64)]) -> ServerStatus {
        let server = Server(name: "ts07.corp.example")
        var status = ServerStatus(server: server)
        for (state, seconds) in probes {
            let ended = Instant(seconds: seconds)
            let snapshot = ServerSnapshot(server: server.id, began: ended - .seconds(1), ended: ended)
            status.take(snapshot, Judgement(state: state, cells: .unknown))
        }
        return status
    }
}
