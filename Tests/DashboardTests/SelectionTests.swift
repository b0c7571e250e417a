import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct SelectionTests {
    /// A server of the sample fleet that comes back now.
    private static func recovered(_ name: String) -> Event {
        var status = ServerSample.healthy(name, "10.0.0.1").status
        status.since = SampleFleet.now
        status.previous = .down
        return .statuses([status])
    }

    @Test func `The cursor stays on top until somebody moves it`() {
        var screen = Screen()
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.cursor == 0)
    }

    @Test func `Once moved, the cursor follows its server`() throws {
        var screen = Screen()
        try screen.press("j")
        _ = screen.state.apply(Self.recovered("intranet.corp.example"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(6)))
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.cursor == 0)
        _ = screen.state.apply(Self.recovered("kiosk-07.corp.example"))
        #expect(screen.selected == "kiosk-07")
        #expect(screen.state.cursor > 5)
    }

    @Test func `A server that the filter hides leaves its place to the next`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("is:down")
        try screen.press("Enter", "j")
        _ = screen.state.apply(Self.recovered("kiosk-07.corp.example"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(6)))
        #expect(screen.selected == "rdsh-fra-002")
    }

    @Test(arguments: ["Enter", "x"])
    func `A server that is being read stays though the filter hides it`(key: String) throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("is:down")
        try screen.press("Enter", "j", key)
        _ = screen.state.apply(Self.recovered("kiosk-07.corp.example"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(6)))
        #expect(screen.selected == "kiosk-07")
        #expect(!screen.state.shownServers.contains(Server.ID(name: "kiosk-07.corp.example", port: 3389)))
        try screen.press("q")
        #expect(screen.selected == "rdsh-fra-002")
    }

    @Test func `A filter by age lets rows go as time passes`() throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("since<12m")
        #expect(screen.state.shownServers.count == 15)
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(1)))
        #expect(screen.state.shownServers.isEmpty)
        #expect(screen.selected == nil)
    }

    @Test(arguments: [("Esc", "", 16), ("ctrl-c", "nyc", 4), ("Enter", "nyc lab", 0)])
    func `Leaving the prompt`(key: String, filter: String, rows: Int) throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nyc")
        try screen.press("Enter", "/")
        screen.type(" lab")
        try screen.press(key)
        #expect(screen.state.filterText == filter)
        #expect(screen.state.shownServers.count == rows)
        #expect(!screen.state.isTyping)
    }

    @Test(arguments: [
        ("nyc cert<", 4..<9, 4), ("nyc is:dwon", 4..<11, 4), ("is:dwon", 0..<7, 16), ("is:d nyc", 0..<4, 4),
    ])
    func `With a mistake the other words count and Enter does not leave`(
        text: String, range: Range<Int>, rows: Int
    ) throws {
        var screen = Screen()
        try screen.press("/")
        screen.type(text)
        try screen.press("Enter")
        #expect(screen.state.isTyping)
        #expect(screen.state.filterMistake?.range == range)
        #expect(screen.state.shownServers.count == rows)
    }

    @Test(arguments: ["Enter", "x", "r", "w"])
    func `Without a row a key says why it does nothing`(key: String) throws {
        var screen = Screen()
        try screen.press("/")
        screen.type("nowhere")
        try screen.press("Enter", key)
        #expect(screen.state.notice?.text == "no row: the filter hides all 16")
        #expect(screen.effects.isEmpty)
        #expect(screen.state.place == .board)
        #expect(!screen.state.isTyping)
        var empty = Screen([])
        try empty.press(key)
        #expect(empty.state.notice?.text == "no row: the fleet has no server")
    }

    @Test(
        arguments: [
            (.down, .ok, 1, "+"), (.down, .ok, 3, nil), (.down, nil, 1, nil),
            (.ok, .down, 4, "^"), (.ok, .down, 6, nil), (.ok, .unknown, 1, nil), (.warning, .ok, 1, "+"),
        ] as [(ServerState, ServerState?, Int64, String?)])
    func `The sign in front of a row`(
        state: ServerState, previous: ServerState?, minutes: Int64, sign: String?
    ) {
        var status = ServerSample.healthy("a", "10.0.0.1").status
        status.judgement.state = state
        status.previous = previous
        status.since = SampleFleet.now - .minutes(minutes)
        #expect(RowFlag(RowFlag.Facts(status: status), now: SampleFleet.now)?.sign == sign)
    }

    /// Two pauses of the server's pace, the tenth by which they are spread, and the time of one probe.
    @Test(arguments: [
        (ServerSample.healthy("a", "10.0.0.1"), Int64(140)), (.tcpRefused("a", "10.0.0.1"), 668),
    ])
    func `A row that has missed two probes is old`(sample: ServerSample, seconds: Int64) {
        var screen = Screen([sample])
        for (late, flag) in [(Int64(0), nil), (1, RowFlag.stale)] as [(Int64, RowFlag?)] {
            let now = SampleFleet.probed + .seconds(seconds) + .milliseconds(late)
            _ = screen.state.apply(.tick(now))
            let facts = screen.state.rowFacts(of: 0)
            #expect(facts.isStale == (flag == .stale))
            #expect(screen.canvas.lines[0].contains("1 stale, oldest") == (flag == .stale))
        }
    }

    @Test func `Of several signs the first in their order stands`() {
        var facts = RowFlag.Facts(status: ServerSample.healthy("a", "10.0.0.1").status)
        facts.hasChanged = true
        var signs = [RowFlag(facts, now: SampleFleet.now)?.sign]
        for path in [
            \RowFlag.Facts.isStale, \.isMuted, \.isAcknowledged, \.isMarked,
        ] {
            facts[keyPath: path] = true
            signs.append(RowFlag(facts, now: SampleFleet.now)?.sign)
        }
        #expect(signs == ["~", "'", "m", "a", "*"])
    }

    @Test func `The end of the details stays in view when there is more to say of the server`() throws {
        var sample = SampleFleet.whole
        let whole = sample.status
        sample.snapshot?.nla = nil
        sample.snapshot?.udp = nil
        sample.snapshot?.variants = []
        var screen = Screen([sample], Size(width: 80, height: 14))
        try screen.press("Enter", "Tab", "Tab", "Tab", "G")
        #expect(screen.state.detailTab == .negotiation)
        #expect(screen.text().contains(" 00 00 00 "))
        _ = screen.state.apply(.statuses([whole]))
        #expect(screen.text().contains(" 00 00 00 "))
        try screen.press("g")
        _ = screen.state.apply(.statuses([sample.status]))
        #expect(!screen.text().contains(" 00 00 00 "))
    }
}
