import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// What `w` offers of the last failed exchange.
@Suite struct ExchangePromptTests {
    private static let failed = SampleFleet.now - .seconds(192)

    /// A screen whose formats end with the two of a failed exchange, with the cursor on the worst server.
    private static func screen(_ keys: String...) throws -> Screen {
        var setup = DashboardSetup(fleetName: "prod-eu", version: "0.1.0", glyphs: .ascii)
        setup.formats = .withExchange
        let samples = SampleFleet.dozen
        var state = DashboardState(
            setup, servers: samples.map(\.server), size: Size(width: 100, height: 24), now: SampleFleet.now)
        _ = state.apply(.statuses(samples.map(\.status)))
        var screen = Screen(state)
        for key in keys { try screen.press(key) }
        return screen
    }

    /// The targets that the prompt asked for.
    private static func targets(_ screen: Screen) throws -> [FailedExchange.Target] {
        let asked = screen.effects.compactMap { effect -> [FailedExchange.Target]? in
            guard case .findExchange(let targets) = effect else { return nil }
            return targets
        }
        return try #require(asked.last)
    }

    private static func exchange(
        _ screen: Screen, at began: Instant = failed, hasPackets: Bool = true
    ) throws -> FailedExchange {
        let id = try #require(screen.state.selectedStatus?.server.id)
        var record = ExchangeRecord()
        let end = SocketEndpoint(address: .ipv4Loopback, port: 3389)
        let flow = WireEvent.Flow(transport: .tcp, local: end, peer: end)
        if hasPackets { record.take(WireEvent(flow: flow, microseconds: 1, kind: .opened)) }
        return FailedExchange(.server(ServerSnapshot(server: id, began: began, ended: began)), record)
    }

    /// The prompt of the packets, with what was found.
    private static func prompt(_ screen: Screen, _ exchange: FailedExchange?) throws -> Screen {
        var screen = screen
        try screen.press("w", "backtab", "backtab")
        screen.effects += screen.state.apply(.exchange(exchange, of: try targets(screen)))
        return screen
    }

    private static func path(_ screen: Screen) -> String {
        let line = screen.canvas.lines.dropLast().last ?? ""
        return String(line.drop { $0 != ">" }.dropFirst(2).prefix { $0 != " " })
    }

    @Test func `the packets and the trace stand behind the reports, with a name of the server and the failure's time`()
        throws
    {
        var screen = try Self.screen()
        let name = try #require(screen.selected)
        screen = try Self.prompt(screen, try Self.exchange(screen))
        #expect(Self.path(screen) == "./\(name)-\(Self.failed.compactText).pcapng")
        let age = "failure at \(Self.failed.timeText)Z, 3m 12s ago"
        #expect(
            screen.canvas.lines.last == " Enter writes the packets (pcapng) of the \(age)  Tab: trace  Esc cancels")
        try screen.press("Tab")
        #expect(Self.path(screen) == "./\(name)-\(Self.failed.compactText).trace.txt")
        #expect(screen.canvas.lines.last == " Enter writes the trace of the \(age)  Tab: Markdown  Esc cancels")
        try screen.press("Tab")
        #expect(Self.path(screen).hasPrefix("./rdptop-prod-eu-") && Self.path(screen).hasSuffix(".md"))
    }

    @Test func `Enter asks for that very exchange, also when a newer one has come meanwhile`() throws {
        var screen = try Self.screen()
        let exchange = try Self.exchange(screen)
        screen = try Self.prompt(screen, exchange)
        try screen.press("Enter")
        guard case .writeExchange(let request) = screen.effects.last else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.exchange == exchange && request.format == .packets)
        #expect(request.path.hasSuffix("-\(Self.failed.compactText).pcapng"))
        #expect(screen.state.prompt == nil)
    }

    @Test func `in the details it is of their server, and Down changes nothing`() throws {
        var screen = try Self.screen("j", "Enter")
        screen = try Self.prompt(screen, try Self.exchange(screen))
        let before = screen.canvas.lines
        try screen.press("Down", "Up", "Down")
        #expect(screen.canvas.lines == before)
        try screen.press("Enter")
        guard case .writeExchange(let request) = screen.effects.last else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.subject.targets == [.server(try #require(screen.state.selectedStatus).server.id)])
    }

    @Test func `where no probe has failed the prompt says so and Enter writes nothing`() throws {
        var screen = try Self.screen()
        try screen.press("/")
        screen.type("is:ok")
        try screen.press("Enter")
        let status = try #require(screen.state.selectedStatus)
        screen = try Self.prompt(screen, nil)
        let since = try #require(status.snapshot).sinceStart.began.timeText
        let sentence = "no probe of \(status.server.displayName) has failed since \(since)Z"
        #expect(screen.canvas.lines.last == " \(sentence)  Tab: trace  Esc cancels")
        try screen.press("Enter")
        #expect(screen.canvas.lines.last == " \(sentence)")
        #expect(!screen.effects.contains { if case .writeExchange = $0 { true } else { false } })
    }

    @Test func `where others have displaced it the prompt says that`() throws {
        var screen = try Self.screen()
        try screen.select("rdsh-nyc-009.corp.example")
        screen = try Self.prompt(screen, nil)
        #expect(
            screen.canvas.lines.last?.hasPrefix(
                " the last failure of rdsh-nyc-009.corp.example is not kept: 256 others are newer") == true)
    }

    @Test func `an exchange without a packet has a trace alone`() throws {
        var screen = try Self.screen()
        let name = try #require(screen.state.selectedStatus).server.displayName
        screen = try Self.prompt(screen, try Self.exchange(screen, hasPackets: false))
        #expect(
            screen.canvas.lines.last == " no packet went to \(name) then; its trace says why  Tab: trace  Esc cancels")
        try screen.press("Enter")
        #expect(!screen.effects.contains { if case .writeExchange = $0 { true } else { false } })
        try screen.press("Tab", "Enter")
        #expect(screen.effects.contains { if case .writeExchange = $0 { true } else { false } })
    }

    @Test func `on a frozen screen a newer exchange is said to be newer`() throws {
        var screen = try Self.screen("p")
        try #require(screen.state.backstage != nil)
        screen.effects += screen.state.apply(.tick(SampleFleet.now + .seconds(60)))
        let old = try Self.prompt(screen, try Self.exchange(screen))
        #expect(old.canvas.lines.last?.contains("\(Self.failed.timeText)Z, 4m 12s ago") == true)
        let began = SampleFleet.now + .seconds(20)
        let new = try Self.prompt(screen, try Self.exchange(screen, at: began))
        #expect(new.canvas.lines.last?.contains("\(began.timeText)Z, after this screen was frozen") == true)
    }

    @Test func `an answer for another server is not taken`() throws {
        var screen = try Self.screen()
        try screen.press("w", "backtab", "backtab")
        let before = screen.canvas.lines
        screen.effects += screen.state.apply(
            .exchange(try Self.exchange(screen), of: [.server(Server(name: "elsewhere").id)]))
        #expect(screen.canvas.lines == before)
    }

    @Test func `a name of one's own keeps its place and takes the ending of the format`() throws {
        var screen = try Self.screen()
        screen = try Self.prompt(screen, try Self.exchange(screen))
        try screen.press("ctrl-u")
        screen.type("evidence.pcapng")
        try screen.press("Tab")
        #expect(Self.path(screen) == "evidence.trace.txt")
    }

    @Test func `a typed ending or a command chooses them as any format`() throws {
        var screen = try Self.screen("w", "ctrl-u")
        screen.type("a.pcapng")
        try screen.press("Enter")
        guard case .writeExchange(let request) = screen.effects.last else {
            Issue.record("nothing is written")
            return
        }
        // Nothing was told yet, so the last one by then is written.
        #expect(request.path == "a.pcapng" && request.exchange == nil)
        try screen.press(":")
        screen.type("w b.trace.txt")
        try screen.press("Enter")
        guard case .writeExchange(let other) = screen.effects.last else {
            Issue.record("nothing is written")
            return
        }
        #expect(other.path == "b.trace.txt" && other.format == .steps && other.subject == request.subject)
    }

    @Test func `without a screen it is of the one server that the filter leaves`() throws {
        let samples = SampleFleet.dozen
        var board = PlainBoard(
            fleetName: "prod", servers: samples.map(\.server), isDemo: false, version: "0", formats: .withExchange,
            now: SampleFleet.now)
        board.take(.statuses(samples.map(\.status)))
        let all = board.obey("write a.pcapng")
        #expect(all.effects.isEmpty)
        #expect(
            all.lines == [
                "A .pcapng is of one server's last failure: leave that one with filter, as in filter ts07."
            ])
        _ = board.obey("filter rdsh-nyc-009")
        guard case .writeExchange(let request) = board.obey("write a.pcapng").effects.first else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.subject.targets == [.server(Server(name: "rdsh-nyc-009.corp.example").id)])
    }
}

extension FileFormats {
    /// Two reports, and the two of a failed exchange.
    static let withExchange = FileFormats(first: .markdown, others: [.json, .packets, .steps])
}

extension FileFormat {
    static let packets = FileFormat(
        name: "pcapng", title: "packets (pcapng)", fileExtension: "pcapng", content: .packets)
    static let steps = FileFormat(name: "trace", title: "trace", fileExtension: "trace.txt", content: .steps)
}
