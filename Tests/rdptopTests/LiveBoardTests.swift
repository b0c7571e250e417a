import FleetModel
import Reports
import Testing

@testable import rdptop

@Suite struct LiveBoardTests {
    private let servers = [Server(name: "a"), Server(name: "b")]

    private func snapshot(_ server: Server, failure: LayerFailure?, failures: Int) -> ServerSnapshot {
        let at = Instant(seconds: 1_800_000_000)
        var snapshot = ServerSnapshot(server: server.id, began: at, ended: at, consecutiveFailures: failures)
        snapshot.tcp = Observation(facts: nil, failure: failure, microseconds: 10, at: at)
        return snapshot
    }

    @Test func changesAreTakenOnceAndRungOnce() async {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        #expect(board.takeChanges().isEmpty)
        board.take(snapshot(servers[0], failure: .refused, failures: 1))
        board.take(snapshot(servers[0], failure: .refused, failures: 2))
        board.take(snapshot(servers[1], failure: nil, failures: 0))
        board.take(snapshot(Server(name: "stranger"), failure: nil, failures: 0))
        var rings = board.rings.makeAsyncIterator()
        #expect(await rings.next() != nil)
        let changes = board.takeChanges()
        #expect(Set(changes.map(\.server.name)) == ["a", "b"])
        #expect(changes.first { $0.server.name == "a" }?.judgement.state == .down)
        #expect(board.takeChanges().isEmpty)
    }

    @Test func aConfirmedFailureBeganWithTheFirst() {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        board.take(snapshot(servers[0], failure: .refused, failures: 1))
        let first = board.statuses(of: [servers[0].id])[0]
        board.take(snapshot(servers[0], failure: .refused, failures: 2))
        let second = board.statuses(of: [servers[0].id])[0]
        #expect(first.judgement.state == .unconfirmed)
        #expect(second.judgement.state == .down)
        #expect(second.since == first.since)
    }

    @Test func countsAreOfTheWholeFleet() {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        board.take(snapshot(servers[0], failure: .refused, failures: 2))
        let (statuses, counts) = board.statusesAndCounts(of: [servers[1].id])
        #expect(statuses.map(\.server.name) == ["b"])
        #expect(counts.down == 1 && counts.unknown == 1 && counts.total == 2)
    }

    @Test func aServerBehindAGatewayIsSaidNotToBeProbed() {
        let server = Server(name: "c", gateway: "rdgw", path: .gateway)
        let board = LiveBoard(servers: [server]) { Instant(seconds: 1_800_000_000) }
        let changes = board.takeChanges()
        #expect(changes.map(\.judgement.state) == [.unknown])
        #expect(changes.first?.judgement.cells.signs == "--------?")
        #expect(changes.first?.judgement.headline != nil)
    }
}
