import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct EventsViewTests {
    private static func sample(_ number: Int) -> ServerSample {
        var sample = ServerSample.healthy("rdsh-fra-0\(number).corp.example", "10.20.4.\(number)")
        sample.server.gateway = number > 20 ? "rdgw-fra-1" : nil
        return sample
    }

    /// Thirty healthy servers, twenty of them direct, and the dozen with its troubles.
    private static let fleet = (10...29).map(sample) + SampleFleet.dozen

    /// The state of a server, so many seconds after the screen was opened.
    private static func status(
        _ sample: ServerSample, since seconds: Int64, previous: ServerState = .ok
    ) -> ServerStatus {
        var status = sample.status
        status.since = SampleFleet.now + .seconds(seconds)
        status.previous = previous
        return status
    }

    /// An afternoon: an outage of five servers, a gateway that goes down with nine behind it, and some come back.
    private static func afternoon(
        _ size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .ascii
    ) -> Screen {
        var screen = Screen(fleet, size, glyphs: glyphs, gateways: [SampleFleet.workingGateway()])
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(600)))
        let refused = (10...14).map { ServerSample.tcpRefused(sample($0).server.name, "10.20.4.\($0)") }
        _ = screen.state.apply(.statuses(refused.enumerated().map { status($0.element, since: 60 + Int64($0.offset)) }))
        _ = screen.state.apply(.ourSide("our own link seems down: what fails now is unknown, not down"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(630)))
        _ = screen.state.apply(.ourSide(nil))
        var gateway = SampleFleet.refusedGateway()
        gateway.since = SampleFleet.now + .seconds(640)
        _ = screen.state.apply(.gateways([gateway]))
        let behind = (21...29).map { SampleFleet.behind("rdgw-fra-1", sample($0).server.name) }
        _ = screen.state.apply(.statuses(behind.map { status($0, since: 641) }))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(900)))
        _ = screen.state.apply(.statuses((10...13).map { status(sample($0), since: 870, previous: .down) }))
        _ = screen.state.apply(
            .statuses([status(.certificateExpiringSoon(sample(15).server.name, "10.20.4.15"), since: 890)]))
        screen.show(.events)
        return screen
    }

    private static func lineUnderCursor(_ screen: Screen) -> String {
        let lines = screen.canvas.lines
        let heading = lines.firstIndex { $0.contains(" TIME ") } ?? 0
        return lines[heading + 1 + screen.state.cursor]
    }

    @Test func `What happened is told before how many servers it happened to`() throws {
        let samples = (1...6).map { ServerSample.tcpRefused("rdsh-fra-00\($0).corp.example", "10.20.4.\($0)") }
        var screen = Screen(samples.map { .healthy($0.server.name, "10.20.4.1") }, Size(width: 60, height: 15))
        _ = screen.state.apply(.statuses(samples.map(\.status)))
        screen.show(.events)
        let line = try #require(screen.canvas.lines.first { $0.contains("rdsh-fra-001") })
        #expect(line.contains("rdsh-fra-001 +5 ") && line.contains(" TCP 3389 refused at once"))
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)])
    func `The events at every size`(width: Int, height: Int) throws {
        try expectGolden(Self.afternoon(Size(width: width, height: height)).text(), "events-\(width)x\(height).txt")
    }

    @Test func `The events in roles and with Unicode glyphs`() throws {
        let screen = Self.afternoon(Size(width: 80, height: 24), glyphs: .unicode)
        try expectGolden(screen.text(withStyles: true), "events-roles.txt")
    }

    @Test(arguments: [(120, 40), (40, 10)])
    func `Enter unfolds a story, and folds it again`(width: Int, height: Int) throws {
        var screen = Self.afternoon(Size(width: width, height: height))
        let folded = screen.state.items
        try screen.press("j", "j", "Enter")
        try expectGolden(screen.text(), "events-unfolded-\(width)x\(height).txt")
        try screen.press("Enter")
        #expect(screen.state.items == folded)
    }

    @Test func `Enter on one event opens its server, and back returns to the event`() throws {
        var screen = Self.afternoon()
        try screen.press("g", "Enter")
        #expect(screen.state.isDetailOpen)
        #expect(screen.selected == "rdsh-fra-015")
        try screen.press("q")
        #expect(screen.state.view == .events)
        #expect(screen.state.cursor == 0)
        #expect(!screen.state.isDetailOpen)
    }

    @Test func `New events do not move the cursor off its event`() throws {
        var screen = Self.afternoon()
        try screen.press("j")
        let item = screen.state.selectedItem
        _ = screen.state.apply(.statuses([Self.status(.tlsCut(Self.sample(19).server.name, "10.0.0.9"), since: 899)]))
        #expect(screen.state.selectedItem == item)
        // The lines are held while the user moves.
        #expect(screen.state.cursor == 1)
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(910)))
        #expect(screen.state.selectedItem == item)
        #expect(screen.state.cursor == 2)
    }

    @Test func `Steps lead through the outages`() throws {
        var screen = Self.afternoon()
        var lines: [String] = []
        for _ in 0..<4 {
            try screen.press("e")
            lines.append(Self.lineUnderCursor(screen))
        }
        #expect(lines[0].contains("DOWN  rdgw-fra-1 and 9 behind it"))
        #expect(lines[1].contains("DOWN  rdsh-fra-010 and 4 more"))
        #expect(lines[2].contains("start first sweep                8 DOWN"))
        #expect(lines[3] == lines[0])
    }

    @Test func `The filter leaves the events of the servers it leaves, of their gateways and of our side`() throws {
        var screen = Self.afternoon()
        try screen.press("/")
        screen.type("rdsh-fra-01")
        let lines = screen.canvas.lines
        #expect(lines.contains { $0.contains("rdsh-fra-010 and 4 more") })
        #expect(lines.contains { $0.contains("our own link seems down") })
        #expect(!lines[4...30].contains { $0.contains("rdgw-fra-1") })
    }

    @Test func `Under a filter the first sweep stays as it ended, too, also on a screen that stands still`() throws {
        var screen = Screen((10...19).map(Self.sample), Size(width: 120, height: 24), isProbed: false)
        let down = { (number: Int) in ServerSample.tcpRefused(Self.sample(number).server.name, "10.0.0.1").status }
        _ = screen.state.apply(.statuses((10...12).map(down)))
        screen.show(.events)
        try screen.press("/")
        screen.type("rdsh-fra")
        try screen.press("Enter", "p")
        let frozen = screen.state.shownStories.folds.map(\.text)
        #expect(frozen == ["3 DOWN"])
        _ = screen.state.apply(.statuses((13...14).map(down)))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(3)))
        #expect(screen.state.shownStories.folds.map(\.text) == frozen)
        try screen.press("j", "p")
        #expect(screen.state.shownStories.folds.map(\.text) == ["5 DOWN"])
    }

    @Test func `Without an event there is a sentence`() throws {
        var screen = Screen((10...12).map(Self.sample), isProbed: false)
        screen.show(.events)
        #expect(screen.text().contains("Nothing has happened yet: the first sweep is under way."))
        _ = screen.state.apply(.statuses((10...12).map { Self.sample($0).status }))
        #expect(screen.text().contains("Nothing has happened since the start at 09:30:00Z."))
    }

    @Test func `Old events are dropped, and the heading says how many`() throws {
        var screen = Screen([Self.sample(10)], Size(width: 120, height: 24))
        screen.state.record(
            (0..<5_003).map {
                TimelineEvent(
                    at: SampleFleet.now + .minutes($0 * 2), kind: .muted, subject: .fleet, text: "event \($0)")
            })
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(10_010)))
        screen.show(.events)
        #expect(screen.state.items.count == 5_000)
        #expect(screen.text().contains("(3 older events dropped)"))
        #expect(screen.canvas.lines[5].contains("11-30 08:14:00 mute"))
    }

    @Test func `Hostile texts stay in their place`() throws {
        var screen = Screen(SampleFleet.hostile, Size(width: 80, height: 24))
        screen.state.record([
            TimelineEvent(
                at: SampleFleet.now, kind: .acknowledged, subject: .server(SampleFleet.hostile[0].server.id),
                text: "by \u{1B}[2Jroot\u{202E}: \"\n\u{9B}31m\" " + String(repeating: "東京", count: 60))
        ])
        screen.show(.events)
        try expectGolden(screen.text(), "events-hostile.txt")
    }

    @Test func `What people do is among the events, and one story when it is one act`() throws {
        var screen = Self.afternoon()
        screen.show(.all)
        try screen.press("/")
        screen.type("is:down rdsh-fra-02")
        try screen.press("Enter", "V", "a")
        screen.type("ticket 4711")
        try screen.press("Enter")
        screen.show(.events)
        let line = try #require(screen.canvas.lines.first { $0.contains(" ack ") })
        #expect(line.contains("+ 09:45:00 ack   rdsh-fra-021 and 8 more"))
        #expect(line.contains(": ticket 4711"))
    }

    @Test func `The events stand still with the screen, and go on with it`() throws {
        var screen = Self.afternoon()
        try screen.press("p")
        let before = screen.state.items
        _ = screen.state.apply(.statuses([Self.status(.tlsCut(Self.sample(19).server.name, "10.0.0.9"), since: 899)]))
        _ = screen.state.apply(.ourSide("no link"))
        #expect(screen.state.items == before)
        try screen.press("p")
        #expect(screen.state.items.count == before.count + 2)
        #expect(screen.text().contains("cut after ClientHello"))
    }

    @Test func `An event that becomes part of a story takes the cursor along`() throws {
        var screen = Self.afternoon()
        let cut = { Self.status(.tlsCut(Self.sample($0).server.name, "10.0.0.9"), since: 899) }
        _ = screen.state.apply(.statuses([cut(19)]))
        try screen.press("j", "k")
        #expect(screen.selected == "rdsh-fra-019")
        _ = screen.state.apply(.statuses([cut(18)]))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(910)))
        #expect(Self.lineUnderCursor(screen).contains("rdsh-fra-019 and 1 more"))
    }

    // MARK: The pane

    @Test func `The newest events stand below a tall list, and a key takes them away`() throws {
        var screen = Self.afternoon(Size(width: 120, height: 40))
        screen.show(.all)
        try expectGolden(screen.text(), "events-pane-120x40.txt")
        try screen.press("L")
        #expect(!screen.text().contains("- events"))
        try screen.press("L")
        #expect(screen.text().contains("- events (L) -"))
    }

    @Test func `On a screen of 24 rows they come with the key`() throws {
        var screen = Self.afternoon(Size(width: 80, height: 24))
        screen.show(.all)
        #expect(!screen.text().contains("- events"))
        try screen.press("L")
        try expectGolden(screen.text(), "events-pane-80x24.txt")
    }

    @Test(arguments: [
        (ViewID.all, 19, "too few rows for the events below the list; their own view shows them"),
        (.events, 40, "this view shows all events"),
    ])
    func `Where they have no place, the key says why`(view: ViewID, height: Int, sentence: String) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: 80, height: height))
        screen.show(view)
        try screen.press("L")
        #expect(screen.state.notice?.text == sentence)
    }

    /// The lines of the pane, and the one under its cursor.
    private static func pane(_ screen: Screen, height: Int) -> (lines: [String], marked: String?) {
        let canvas = screen.canvas
        let top = canvas.lines.firstIndex { $0.contains("- events (L) -") } ?? 0
        let rows = top + 1..<top + 1 + height
        let marked = rows.first { row in
            canvas[row: row].allSatisfy { $0.style.attributes.contains(.reverse) }
        }
        return (Array(canvas.lines[rows]), marked.map { canvas.lines[$0] })
    }

    @Test func `Tab goes to the events, whose cursor stays where it is when others come, and back`() throws {
        var screen = Self.afternoon()
        screen.show(.all)
        try screen.press("j", "Tab")
        let server = screen.selected
        #expect(screen.state.place == .events)
        #expect(screen.canvas.lines.last?.hasPrefix(" j/k:Move  ?:Help  Enter:Go there  Tab:List") == true)
        try screen.press("j")
        let (lines, marked) = Self.pane(screen, height: 3)
        #expect(marked == lines[1] && lines[1].contains("rdsh-fra-010 and 3 more"))
        _ = screen.state.apply(.statuses([Self.status(.tlsCut(Self.sample(19).server.name, "10.0.0.9"), since: 899)]))
        #expect(Self.pane(screen, height: 3).lines == lines && Self.pane(screen, height: 3).marked == marked)
        try screen.press("g")
        #expect(Self.pane(screen, height: 3).lines[0].contains("rdsh-fra-019"))
        try screen.press("G")
        #expect(Self.pane(screen, height: 3).marked == Self.pane(screen, height: 3).lines[2])
        #expect(Self.pane(screen, height: 3).lines[2].contains("first sweep"))
        // What has no row any more scrolls, and goes on to.
        _ = screen.state.apply(.resized(Size(width: 120, height: 60)))
        #expect(Self.pane(screen, height: 6).marked?.contains("first sweep") == true)
        try screen.press("Tab")
        #expect(screen.state.place == .board && screen.selected == server)
        #expect(Self.pane(screen, height: 6).lines[0].contains("rdsh-fra-019"))
    }

    @Test(
        arguments: [
            ([], .all, " WARN   rdsh-fra-015"), (["j"], .events, "rdsh-fra-010 and 3 more"),
            (["j", "j"], .events, "rdgw-fra-1 and 9 behind it"), (["j", "j", "j"], .events, "our side"),
        ] as [([String], ViewID, String)])
    func `Enter goes to the server of an event, or to the event where it is of no server or of several`(
        keys: [String], view: ViewID, line: String
    ) throws {
        var screen = Self.afternoon()
        screen.show(.all)
        try screen.press("Tab")
        for key in keys { try screen.press(key) }
        try screen.press("Enter")
        #expect(screen.state.view == view && screen.state.place == .board)
        let rect = try #require(Arrangement(of: screen.state, in: screen.canvas.bounds).rects[.grid])
        let row = rect.origin.row + 1 + screen.state.cursor - screen.state.firstVisible
        #expect(screen.canvas.lines[row].contains(line))
    }

    @Test(arguments: ["q", "Esc", "Tab", "Shift-Tab", "L", "5"])
    func `There is always a way back from the events`(key: String) throws {
        var screen = Self.afternoon()
        screen.show(.all)
        try screen.press("Tab", "x")
        #expect(screen.state.notice?.text == "x: only in the list and the details")
        try screen.press(key)
        #expect(screen.state.place == .board)
        #expect(screen.effects.isEmpty)
    }

    @Test func `Where there is no event to go to, Tab says why`() throws {
        var screen = Self.afternoon(Size(width: 80, height: 24))
        try screen.press("Tab")
        #expect(screen.state.notice?.text == "this view shows all events")
        screen.show(.all)
        try screen.press("Tab")
        #expect(screen.state.notice?.text == "no events below the list; L shows them")
        try screen.press("L", "z", "Tab")
        #expect(screen.state.notice?.text == "the list has the whole screen; z shares it")
        var quiet = Screen((10...12).map(Self.sample), Size(width: 80, height: 30))
        try quiet.press("Tab")
        #expect(quiet.state.notice?.text == "nothing has happened yet")
    }

    @Test func `A quiet fleet says so in the pane`() throws {
        let screen = Screen((10...12).map(Self.sample), Size(width: 80, height: 30))
        #expect(screen.text().contains(" Nothing has happened since the start at 09:30:00Z."))
    }

    @Test func `Enter on an event of a gateway opens the gateway, and the way back leads to the event`() throws {
        var screen = Self.afternoon()
        for item in screen.state.items {
            if case .eventFold = item { screen.state.turn(item) }
        }
        let event = try #require(
            screen.state.items.firstIndex { if case .event(_, _, "rdgw-fra-1"?) = $0 { true } else { false } })
        screen.state.moveCursor(to: event)
        let item = screen.state.selectedItem
        try screen.press("Enter")
        #expect(screen.state.isDetailOpen && screen.state.view == .events)
        #expect(screen.state.selectedStatus?.server.name == "rdgw-fra-1")
        #expect(screen.text().contains("DOWN"))
        try screen.press("Esc")
        #expect(!screen.state.isDetailOpen && screen.state.selectedItem == item)
    }

    @Test func `Enter on an event of our own side says that there is nothing to open`() throws {
        var screen = Self.afternoon()
        let event = try #require(
            screen.state.items.firstIndex { if case .event(_, nil, nil) = $0 { true } else { false } })
        screen.state.moveCursor(to: event)
        try screen.press("Enter")
        #expect(!screen.state.isDetailOpen)
        #expect(screen.state.notice?.text.contains("our own side") == true)
    }
}
