import FleetModel
import ProbeEngine
import Reports
import Synchronization
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
        #expect(board.takeChanges().servers.isEmpty)
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 1)))
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 2)))
        board.take(.server(snapshot(servers[1], failure: nil, failures: 0)))
        board.take(.server(snapshot(Server(name: "stranger"), failure: nil, failures: 0)))
        var rings = board.rings.makeAsyncIterator()
        #expect(await rings.next() != nil)
        let changes = board.takeChanges().servers
        #expect(Set(changes.map(\.server.name)) == ["a", "b"])
        #expect(changes.first { $0.server.name == "a" }?.judgement.state == .down)
        #expect(board.takeChanges().servers.isEmpty)
    }

    @Test func `It rings for the first change and for the first news, and again when they were taken`() async {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        var rings = board.rings.makeAsyncIterator()
        board.take(.server(snapshot(servers[0], failure: nil, failures: 0)))
        #expect(await rings.next() == .news)
        _ = board.takeChanges()
        // The same again is a change, and no news.
        board.take(.server(snapshot(servers[0], failure: nil, failures: 0)))
        #expect(await rings.next() == .change)
        board.take(.server(snapshot(servers[0], failure: nil, failures: 0)))
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 1)))
        #expect(await rings.next() == .news)
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 2)))
        _ = board.takeChanges()
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 3)))
        #expect(await rings.next() == .change)
        // Another layer is news, too, though the verdict stays.
        let rules = { board.takeChanges().servers.first?.judgement.headline?.rule }
        let rule = rules()
        var unanswered = snapshot(servers[0], failure: .refused, failures: 4)
        unanswered.ping = Observation(facts: nil, failure: .timedOut, microseconds: 10, at: unanswered.ended)
        board.take(.server(unanswered))
        #expect(await rings.next() == .news)
        #expect(rules() == rule)
    }

    @Test func aConfirmedFailureBeganWithTheFirst() {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 1)))
        let first = board.statuses(of: [servers[0].id])[0]
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 2)))
        let second = board.statuses(of: [servers[0].id])[0]
        #expect(first.judgement.state == .unconfirmed)
        #expect(second.judgement.state == .down)
        #expect(second.since == first.since)
    }

    @Test func countsAreOfTheWholeFleet() {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 2)))
        let overview = board.overview(of: [servers[1].id])
        #expect(overview.statuses.map(\.server.name) == ["b"])
        let counts = overview.counts
        #expect(counts.down == 1 && counts.unknown == 1 && counts.total == 2)
    }

    @Test func everybodyIsKnownWhenSomethingIsKnownOfTheLast() {
        let behind = Server(name: "c", gateway: "rdgw", path: .gateway)
        let board = LiveBoard(servers: servers + [behind], gateways: [gateway]) { Instant(seconds: 1_800_000_000) }
        for server in servers {
            for failures in [0, 1, 2] {
                board.take(.server(snapshot(server, failure: failures == 0 ? nil : .refused, failures: failures)))
            }
            #expect(!board.isEverybodyKnown)
        }
        board.take(.gateway(snapshot(of: gateway, failure: .refused, failures: 2)))
        #expect(board.isEverybodyKnown)
    }

    @Test func aServerBehindAGatewayIsSaidNotToBeProbed() {
        let server = Server(name: "c", gateway: "rdgw", path: .gateway)
        let board = LiveBoard(servers: [server]) { Instant(seconds: 1_800_000_000) }
        let changes = board.takeChanges().servers
        #expect(changes.map(\.judgement.state) == [.unknown])
        #expect(changes.first?.judgement.cells.signs == "--------?")
        #expect(changes.first?.judgement.headline != nil)
    }

    // MARK: Gateways

    private let gateway = Gateway(name: "rdgw", host: "rdgw.corp.example")

    private func snapshot(of gateway: Gateway, failure: LayerFailure?, failures: Int) -> GatewaySnapshot {
        let at = Instant(seconds: 1_800_000_000)
        return GatewaySnapshot(
            gateway: gateway.id, began: at, ended: at,
            tcp: Observation(facts: nil, failure: failure, microseconds: 10, at: at), consecutiveFailures: failures)
    }

    @Test func serversBehindAGatewayFollowIt() {
        let behind = Server(name: "c", gateway: "RDGW", path: .gateway)
        let board = LiveBoard(servers: servers + [behind], gateways: [gateway]) { Instant(seconds: 1_800_000_000) }
        _ = board.takeChanges()
        board.take(.gateway(snapshot(of: gateway, failure: .refused, failures: 2)))
        let changes = board.takeChanges()
        #expect(changes.gateways.map(\.judgement.state) == [.down])
        #expect(changes.servers.map(\.server.name) == ["c"])
        #expect(changes.servers.first?.judgement.behind == "rdgw")
        let counts = board.overview(of: []).counts
        #expect(counts.down == 0 && counts.behind == ["rdgw": 1] && counts.total == 3)
        board.take(.gateway(snapshot(of: gateway, failure: nil, failures: 0)))
        #expect(board.statuses(of: [behind.id]).first?.judgement.behind == nil)
    }

    @Test func aGatewayThatIsAsItWasChangesNoServer() {
        let behind = Server(name: "c", gateway: "rdgw", path: .gateway)
        let board = LiveBoard(servers: [behind], gateways: [gateway]) { Instant(seconds: 1_800_000_000) }
        board.take(.gateway(snapshot(of: gateway, failure: .refused, failures: 2)))
        _ = board.takeChanges()
        board.take(.gateway(snapshot(of: gateway, failure: .refused, failures: 2)))
        let changes = board.takeChanges()
        #expect(changes.servers.isEmpty && changes.gateways.count == 1)
    }

    // MARK: News for hooks

    @Test func `News come without the screen, once, and take nothing from it`() {
        let board = LiveBoard(servers: servers, gateways: [gateway]) { Instant(seconds: 1_800_000_000) }
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 1)))
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 2)))
        let first = board.takeNews()
        #expect(first.servers.map(\.server.name) == ["a"] && first.servers.first?.judgement.state == .down)
        #expect(first.gateways.isEmpty && first.ourSide == nil && first.causes == nil && first.annotations.isEmpty)
        board.take(.gateway(snapshot(of: gateway, failure: .timedOut, failures: 2)))
        board.take(.ourSide(.linkDown))
        board.annotate([servers[1].id: ServerAnnotations()])
        _ = board.takeCauses()
        let second = board.takeNews()
        #expect(second.servers.map(\.server.name) == ["a"] && second.servers.first?.judgement.state == .unknown)
        #expect(second.gateways.map(\.gateway.name) == ["rdgw"] && second.ourSide == .linkDown)
        #expect(second.causes == [] && second.annotations.keys.map(\.self) == [servers[1].id])
        let third = board.takeNews()
        #expect(third.servers.isEmpty && third.gateways.isEmpty && third.ourSide == nil && third.causes == nil)
        let changes = board.takeChanges()
        #expect(changes.servers.map(\.server.name) == ["a"] && changes.gateways.count == 1)
        #expect(changes.ourSide == .linkDown)
        #expect(board.takeNews().servers.isEmpty)
    }

    @Test func `Whoever tells hooks is woken once for all that has become known`() async {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        var rings = board.newsBell.rings.makeAsyncIterator()
        board.take(.server(snapshot(servers[0], failure: nil, failures: 0)))
        #expect(await rings.next() != nil)
        board.take(.server(snapshot(servers[1], failure: nil, failures: 0)))
        #expect(board.takeNews().servers.count == 2)
        let changes: [@Sendable (LiveBoard) -> Void] = [
            { $0.take(.ourSide(.linkDown)) }, { _ = $0.takeCauses() },
            { [servers] in $0.annotate([servers[0].id: .none]) },
        ]
        for change in changes {
            change(board)
            #expect(await rings.next() != nil)
            _ = board.takeNews()
        }
    }

    // MARK: Common causes

    @Test func whatServersShareIsToldOfOnceAndOnlyWhenSomethingNewIsSaidOfThem() async {
        let servers = (0..<40).map { Server(name: "ts\($0)", site: $0 < 6 ? "Ulm" : "Bonn") }
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        for (number, server) in servers.enumerated() {
            board.take(.server(snapshot(server, failure: number < 6 ? .refused : nil, failures: number < 6 ? 2 : 0)))
        }
        var rings = board.causeBell.rings.makeAsyncIterator()
        #expect(await rings.next() != nil)
        #expect(
            board.takeCauses().causes.map(\.statement) == ["6 of 6 down are at the site Ulm; 0 of 34 healthy are"])
        // The same again is nothing new; a recovery is.
        board.take(.server(snapshot(servers[0], failure: .refused, failures: 3)))
        #expect(!board.hasNewCauses)
        board.take(.server(snapshot(servers[0], failure: nil, failures: 0)))
        #expect(board.hasNewCauses)
        #expect(await rings.next() != nil)
        #expect(
            board.takeCauses().causes.map(\.statement) == ["5 of 5 down are at the site Ulm; 1 of 35 healthy are"])
        #expect(!board.hasNewCauses)
    }

    @Test func whileOurLinkIsDownNothingIsSaidOfWhatServersShare() {
        let board = LiveBoard(servers: servers + [Server(name: "c")]) { Instant(seconds: 1_800_000_000) }
        for server in servers + [Server(name: "c")] {
            board.take(.server(snapshot(server, failure: .refused, failures: 2)))
        }
        #expect(board.takeCauses().failing == 3)
        board.take(.ourSide(.linkDown))
        #expect(board.hasNewCauses)
        #expect(board.takeCauses() == .none)
    }

    // MARK: Our own side

    @Test func whatFailsWhileOurLinkIsDownIsUnknownAndNotDown() {
        let board = LiveBoard(servers: servers) { Instant(seconds: 1_800_000_000) }
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 2)))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .down)
        board.take(.ourSide(.linkDown))
        let doubted = board.statuses(of: [servers[0].id])[0].judgement
        #expect(doubted.state == .unknown)
        #expect(doubted.headline?.rule == "our-side")
        #expect(board.takeChanges().ourSide == .linkDown)
        // When the trouble is over, the next probe tells, and not the one that failed in it.
        board.take(.ourSide(.fine))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .unknown)
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 2)))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .down)
    }

    @Test func aGatewayThatIsSilentWhileOurLinkIsDownTakesNoServerDown() {
        let behind = Server(name: "c", gateway: "rdgw", path: .gateway)
        let board = LiveBoard(servers: [behind], gateways: [gateway]) { Instant(seconds: 1_800_000_000) }
        board.take(.gateway(snapshot(of: gateway, failure: .timedOut, failures: 2)))
        #expect(board.statuses(of: [behind.id])[0].judgement.behind == "rdgw")
        board.take(.ourSide(.linkDown))
        #expect(board.overview(of: []).gateways.map(\.judgement.headline?.rule) == ["gateway-our-side"])
        let doubted = board.statuses(of: [behind.id])[0].judgement
        #expect(doubted.state == .unknown && doubted.behind == nil)
        #expect(doubted.headline?.medium == "nothing is known of its gateway")
        board.take(.ourSide(.fine))
        #expect(board.statuses(of: [behind.id])[0].judgement.behind == nil)
        board.take(.gateway(snapshot(of: gateway, failure: .timedOut, failures: 2)))
        #expect(board.statuses(of: [behind.id])[0].judgement.behind == "rdgw")
    }

    @Test func whatFailedLongBeforeStaysDown() {
        let clock = Instant(seconds: 1_800_000_600)
        let board = LiveBoard(servers: servers) { clock }
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 2)))
        board.take(.ourSide(.linkDown))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .down)
    }

    @Test func whatFailedWhileThisMachineWasLateStaysInDoubtAsItGetsLater() {
        let clock = Mutex(Instant(seconds: 1_800_000_000))
        let board = LiveBoard(servers: servers) { clock.withLock(\.self) }
        board.take(.ourSide(.overloaded(lag: .milliseconds(300))))
        board.take(.server(snapshot(servers[0], failure: .timedOut, failures: 2)))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .unknown)
        clock.withLock { $0 = $0 + .minutes(2) }
        board.take(.ourSide(.overloaded(lag: .milliseconds(400))))
        #expect(board.statuses(of: [servers[0].id])[0].judgement.state == .unknown)
        #expect(board.takeChanges().ourSide == .overloaded(lag: .milliseconds(400)))
    }
}
