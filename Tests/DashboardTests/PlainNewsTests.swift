import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct PlainNewsTests {
    private static let now = SampleFleet.now

    private static func board(_ samples: [ServerSample], isDemo: Bool = false) -> PlainBoard {
        PlainBoard(
            fleetName: "prod-eu", servers: samples.map(\.server), isDemo: isDemo, version: "0.1.0", explainer: .sample,
            now: now)
    }

    /// A server and what it becomes.
    private static func refused(_ count: Int) -> [ServerSample] {
        (1...count).map { .tcpRefused("ts-\($0).corp.example", "10.0.0.\($0)") }
    }

    private static func healthy(_ samples: [ServerSample]) -> [ServerStatus] {
        samples.map { sample in
            ServerStatus(
                server: sample.server, snapshot: sample.snapshot,
                judgement: Judgement(state: .ok, cells: .unknown), since: now, previous: .down)
        }
    }

    @Test func `The greeting says how many servers there are and that nothing is known`() {
        let board = Self.board(SampleFleet.dozen)
        #expect(board.greeting[0] == "rdptop 0.1.0, fleet prod-eu: 16 servers, nothing probed yet.")
        #expect(Self.board([SampleFleet.dozen[0]], isDemo: true).greeting[0].hasPrefix("DEMO: "))
        #expect(Self.board([SampleFleet.dozen[0]]).greeting[0].contains(": 1 server,"))
    }

    @Test(
        arguments: [
            (1, "ts-1 is down: TCP 3389 refused at once."), (2, "ts-1 and ts-2 are down: TCP 3389 refused at once."),
            (3, "ts-1, ts-2 and ts-3 are down: TCP 3389 refused at once."),
            (17, "17 servers (ts-1, ts-2, ts-3 and 14 more) are down: TCP 3389 refused at once."),
        ])
    func `Servers with one verdict are one sentence`(count: Int, sentence: String) {
        let samples = Self.refused(count)
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        board.take(.statuses(samples.map(\.status)))
        #expect(board.takeNews() == ["09:30:00Z " + sentence])
        #expect(board.takeNews() == [])
    }

    @Test func `The counts are told once, when all have been probed`() {
        let samples = Self.refused(2)
        var board = Self.board(samples)
        board.take(.statuses(samples.map(\.status)))
        #expect(board.takeNews().last == "09:30:00Z First sweep over: 2 down.")
        board.take(.tick(Self.now + .seconds(6)))
        board.take(.statuses(Self.healthy(samples)))
        #expect(board.takeNews() == ["09:30:06Z ts-1 and ts-2 are ok again."])
    }

    @Test func `What works at first sight is not told one by one`() {
        var board = Self.board([SampleFleet.dozen[0], SampleFleet.dozen[1]])
        board.take(.statuses([SampleFleet.dozen[0].status]))
        #expect(board.takeNews() == [])
    }

    @Test func `A failure that is not confirmed yet is not told, nor is one that goes away unconfirmed`() {
        let sample = Self.refused(1)[0]
        var board = Self.board([sample, SampleFleet.dozen[0]])
        var status = sample.status
        status.judgement.state = .unconfirmed
        board.take(.statuses([status]))
        #expect(board.takeNews() == [])
        board.take(.statuses(Self.healthy([sample])))
        #expect(board.takeNews() == [])
    }

    @Test func `News waits until the last has been heard, and nothing is told that has passed meanwhile`() {
        let samples = Self.refused(2)
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        board.take(.statuses([samples[0].status]))
        #expect(board.takeNews().count == 1)
        board.take(.tick(Self.now + .seconds(4)))
        board.take(.statuses([samples[1].status]))
        #expect(board.takeNews() == [])
        board.take(.statuses(Self.healthy([samples[1]])))
        board.take(.tick(Self.now + .seconds(5)))
        #expect(board.takeNews() == [])
        board.take(.statuses([samples[1].status]))
        #expect(board.takeNews() == ["09:30:05Z ts-2 is down: TCP 3389 refused at once."])
    }

    @Test func `A server behind a gateway is told with it, and the gateway itself with its reason`() throws {
        let samples = (1...4).map { SampleFleet.behind("rdgw-fra-1", "rdsh-\($0).corp.example") }
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        board.take(.gateways([SampleFleet.refusedGateway()]))
        board.take(.statuses(samples.map(\.status)))
        let news = board.takeNews()
        #expect(news.count == 2)
        #expect(try #require(news.first).hasPrefix("09:30:00Z Gateway rdgw-fra-1 is down: "))
        #expect(news.last == "09:30:00Z 4 servers (rdsh-1, rdsh-2, rdsh-3 and 1 more) are down behind rdgw-fra-1.")
        // Its next probe says the same, and so nothing.
        board.take(.tick(Self.now + .minutes(1)))
        board.take(.gateways([SampleFleet.refusedGateway()]))
        board.take(.statuses(samples.map(\.status)))
        #expect(board.takeNews() == [])
    }

    @Test func `Another reason is told of a server that is still down`() {
        let name = "ts-1.corp.example"
        var board = Self.board([.tcpRefused(name, "10.0.0.1"), SampleFleet.dozen[0]])
        board.take(.statuses([ServerSample.tcpRefused(name, "10.0.0.1").status]))
        _ = board.takeNews()
        board.take(.tick(Self.now + .seconds(6)))
        board.take(.statuses([ServerSample.tcpTimeout(name, "10.0.0.1").status]))
        #expect(board.takeNews().first?.hasPrefix("09:30:06Z ts-1 is still down, now: ") == true)
    }

    @Test func `Trouble on our side is told, and its end`() {
        var board = Self.board(SampleFleet.dozen)
        board.take(.ourSide("our own link seems down"))
        #expect(board.takeNews() == ["09:30:00Z Here: our own link seems down."])
        board.take(.tick(Self.now + .seconds(6)))
        board.take(.ourSide(nil))
        #expect(board.takeNews() == ["09:30:06Z Here: our own side is fine again."])
    }

    @Test func `What servers have in common is told with how sure it is, and once`() {
        let cause = SharedCause(
            trait: .gateway, value: "rdgw-fra-1", failing: 17, failingTotal: 21, healthy: 0, healthyTotal: 371,
            confidence: .likely, statement: "17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do", servers: [])
        var board = Self.board(SampleFleet.dozen)
        board.take(.causes([cause]))
        #expect(
            board.takeNews() == [
                "09:30:00Z In common (likely): 17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do."
            ])
        board.take(.tick(Self.now + .seconds(6)))
        board.take(.causes([cause]))
        #expect(board.takeNews() == [])
    }

    @Test func `More than a few sentences at once are cut, and the rest is counted`() {
        var board = Self.board(SampleFleet.scenarios.enumerated().map { renamed($1, $0) } + [SampleFleet.dozen[0]])
        board.take(.statuses(SampleFleet.scenarios.enumerated().map { renamed($1, $0).status }))
        let news = board.takeNews()
        #expect(news.count == PlainNews.mostSentences + 1)
        #expect(news.last?.hasSuffix(" more changes; problems lists what is wrong now.") == true)
    }

    private func renamed(_ sample: ServerSample, _ number: Int) -> ServerSample {
        var renamed = sample
        renamed.server = SampleFleet.server("ts-\(number).corp.example")
        return renamed
    }

    @Test func `An answer that somebody waits for does not wait for the news`() {
        let samples = Self.refused(1)
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        board.take(.statuses(samples.map(\.status)))
        _ = board.takeNews()
        board.take(.notice("wrote 1 server\nto board.md"))
        #expect(board.takeNews() == ["wrote 1 server\u{FFFD}to board.md"])
        #expect(board.takeNews() == [])
    }

    @Test func `A filter narrows the news, and what it hid is told when it is gone`() {
        let samples = Self.refused(3)
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        #expect(board.obey("filter ts-2").lines.last?.contains("Lists and news are of these alone") == true)
        board.take(.statuses(samples.map(\.status)))
        #expect(board.takeNews() == ["09:30:00Z ts-2 is down: TCP 3389 refused at once."])
        _ = board.obey("filter")
        board.take(.tick(Self.now + .seconds(6)))
        #expect(board.takeNews() == ["09:30:06Z ts-1 and ts-3 are down: TCP 3389 refused at once."])
    }

    @Test func `Nothing is told of a muted server`() {
        let samples = Self.refused(2)
        var board = Self.board(samples + [SampleFleet.dozen[0]])
        _ = board.obey("mute ts-1 1h")
        board.take(.statuses(samples.map(\.status)))
        #expect(board.takeNews() == ["09:30:00Z ts-2 is down: TCP 3389 refused at once."])
    }
}
