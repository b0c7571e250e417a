import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct OrderTests {
    private static func failing(_ name: String, ago: Span = .zero) -> Event {
        var status = ServerSample.tcpRefused(name, "10.0.0.1").status
        status.since = SampleFleet.now - ago
        status.previous = .ok
        return .statuses([status])
    }

    @Test func `While the user moves, rows change in place, and new problems are counted`() throws {
        var screen = Screen()
        try screen.press("G")
        let before = screen.state.items
        _ = screen.state.apply(Self.failing("rdsh-fra-001.corp.example"))
        _ = screen.state.apply(Self.failing("rdsh-fra-004.corp.example"))
        #expect(screen.state.items == before)
        #expect(screen.canvas.lines[3].contains("held 6s +2"))
        #expect(screen.canvas.lines.contains { $0.contains("+ X rdsh-fra-001") })
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(4)))
        #expect(screen.canvas.lines[3].contains("held 2s +2"))
        try screen.press("k")
        #expect(screen.canvas.lines[3].contains("held 6s +2"))
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(10)))
        #expect(screen.state.held == nil)
        #expect(screen.state.items != before)
        #expect(!screen.canvas.lines[3].contains("held"))
    }

    @Test func `Headings count at once what has changed, while the lines stay where they are`() throws {
        var screen = try OutageFleet.screen(in: .problems, "j", "j")
        let before = screen.state.items
        let heading = { (screen: Screen) in
            screen.canvas.lines.first { $0.hasPrefix("[") && $0.contains("TCP 3389 refused") } ?? ""
        }
        #expect(heading(screen).contains("5 servers: TCP 3389 refused"))
        _ = screen.state.apply(.statuses([ServerSample.healthy("rdsh-ber-001.corp.example", "10.70.0.1").status]))
        #expect(screen.state.items == before)
        #expect(heading(screen).contains("4 of 5 servers: TCP 3389 refused"))
        screen.letOrderGo()
        #expect(heading(screen).contains("4 servers: TCP 3389 refused"))
    }

    @Test func `A problem that goes again is not counted, nor one that was there`() throws {
        var screen = Screen()
        try screen.press("j")
        _ = screen.state.apply(Self.failing("rdsh-fra-001.corp.example"))
        _ = screen.state.apply(Self.failing("rdsh-fra-002.corp.example"))
        #expect(screen.state.held?.newProblems.count == 1)
        _ = screen.state.apply(.statuses([ServerSample.healthy("rdsh-fra-001.corp.example", "10.0.0.1").status]))
        #expect(screen.state.held?.newProblems.isEmpty == true)
    }

    @Test func `What the user does to the order is done at once, held or not`() throws {
        var screen = Screen()
        try screen.press("j")
        _ = screen.state.apply(Self.failing("rdsh-fra-001.corp.example"))
        try screen.press("s", "n")
        #expect(screen.state.items == screen.state.rows.order.map { .server($0) })
        #expect(screen.state.held?.newProblems.isEmpty == true)
        screen.type("/is:down")
        #expect(screen.state.items.count == 9)
    }

    /// Changes and moves at random: a held order is the one before, and a released one is a full sort.
    @Test(arguments: SortOrder.allCases, [false, true])
    func `A released order is that of a full sort`(sort: SortOrder, isReversed: Bool) throws {
        let names = (0..<70).map { "rdsh-\($0).corp.example" }
        var random = RowsTests.Seeded(state: 11)
        var screen = Screen(names.map { .healthy($0, "10.0.0.1") })
        screen.state.sort(by: sort, isReversed: isReversed)
        var now = SampleFleet.now
        for _ in 0..<150 {
            let before = screen.state.items
            let wasHeld = screen.state.held != nil
            let changes = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ -> ServerStatus? in
                guard let name = names.randomElement(using: &random) else { return nil }
                let isDown = Bool.random(using: &random)
                var status = (isDown ? ServerSample.tcpRefused(name, "10.0.0.1") : .healthy(name, "10.0.0.1")).status
                status.since = now - .seconds(.random(in: 0..<9, using: &random))
                return status
            }
            _ = screen.state.apply(.statuses(changes))
            if wasHeld { #expect(screen.state.items == before) }
            switch UInt8.random(in: 0..<4, using: &random) {
            case 0: try screen.press("j")
            case 1:
                now = now + .seconds(7)
                _ = screen.state.apply(.tick(now))
            case _: break
            }
            guard screen.state.held == nil else { continue }
            var sorted = Rows(servers: (0..<70).map { screen.state.rows[$0].server })
            sorted.take((0..<70).map { screen.state.rows[$0] }, now: now)
            sorted.sort(by: sort, isReversed: isReversed)
            #expect(screen.state.items == sorted.order.map { .server($0) })
        }
    }

    @Test func `What is not known comes last, whichever way round`() throws {
        for sort in [SortOrder.certificate, .roundTrip, .since] {
            for isReversed in [false, true] {
                var screen = Screen()
                screen.state.sort(by: sort, isReversed: isReversed)
                let last = try #require(screen.state.rows.order.last)
                #expect(screen.state.rows[last].snapshot?.tcp?.facts?.peer == nil)
            }
        }
    }

    // MARK: Following

    /// Thirty servers on a screen of ten rows; the first gets well.
    private static func recovery(following: Bool) throws -> Screen {
        let names = (0..<30).map { "rdsh-\($0).corp.example" }
        var screen = Screen(names.map { .tcpRefused($0, "10.0.0.1") }, Size(width: 80, height: 17))
        if following { try screen.press("F") }
        try screen.press("j", "k")
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(7)))
        _ = screen.state.apply(.statuses([ServerSample.healthy(names[0], "10.0.0.1").status]))
        return screen
    }

    @Test func `Without the wish to follow, the screen stays and says where the cursor went`() throws {
        let screen = try Self.recovery(following: false)
        #expect(screen.selected == "rdsh-0")
        #expect(screen.state.cursor == 29)
        #expect(screen.state.firstVisible == 0)
        #expect(screen.canvas.lines[15].contains("cursor with rdsh-0 on row 30, out of sight"))
    }

    @Test func `With it, the row stays in sight`() throws {
        let screen = try Self.recovery(following: true)
        #expect(screen.state.cursor == 29)
        #expect(screen.state.firstVisible > 0)
        #expect(screen.canvas.lines[14].contains("rdsh-0 "))
    }

    // MARK: Searching

    @Test func `A search goes to what matches and hides nothing`() throws {
        var screen = Screen()
        try screen.press("F3")
        screen.type("rdsh-fra !002")
        #expect(screen.selected == "rdsh-fra-020")
        #expect(screen.state.items.count == 16)
        try screen.press("Enter", "n")
        #expect(screen.selected == "rdsh-fra-003")
        try screen.press("N", "N")
        #expect(screen.selected == "rdsh-fra-004")
        try screen.press("F3", "F3", "Shift-F3")
        #expect(screen.selected == "rdsh-fra-020")
        try screen.press("N", ",")
        screen.type("nyc")
        try screen.press("Esc", "n")
        #expect(screen.selected == "rdsh-fra-020")
    }

    @Test func `While a search is typed, F3 and Shift-F3 go from match to match`() throws {
        var screen = Screen()
        try screen.press("F3")
        screen.type("rdsh-fra !002")
        try screen.press("F3", "F3", "Shift-F3")
        #expect(screen.selected == "rdsh-fra-003")
        #expect(screen.state.isTyping)
        try screen.press("Esc")
        #expect(screen.selected == "intranet")
    }

    @Test func `A search that finds nothing says so`() throws {
        var screen = Screen()
        try screen.press("n")
        screen.type("nowhere")
        try screen.press("Enter")
        #expect(screen.state.notice?.text == "no row of this list matches nowhere")
        #expect(screen.selected == "intranet")
    }

    @Test(arguments: [("s", "sort> "), ("s n", "n"), ("s t", "t")])
    func `The strip of orders is a question, and its answer marks the heading`(keys: String, shown: String) throws {
        var screen = Screen()
        for key in keys.split(separator: " ") { try screen.press(String(key)) }
        let lines = screen.canvas.lines
        switch shown {
        case "n": #expect(lines[4].contains("SERVER^") && lines[3].contains("sort: name"))
        case "t": #expect(lines[4].hasPrefix("    SERVER") && lines[4].contains("SINCE^"))
        case _: #expect(lines[22].contains("s:severity") && lines[22].contains("I:invert"))
        }
    }
}
