import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// The line behind the colon: actions, views, completion and history.
@Suite struct CommandLineTests {
    private static func screen(_ width: Int = 80) -> Screen {
        Screen(SampleFleet.dozen, Size(width: width, height: 24), explainer: .sample)
    }

    /// Opens the line and types into it.
    private static func type(_ text: String, in screen: inout Screen) throws {
        try screen.press(":")
        screen.type(text)
    }

    private static func text(of screen: Screen) -> String? {
        guard case .command(let line) = screen.state.prompt else { return nil }
        return line.text
    }

    // MARK: What is done

    @Test func `Every action of a place can be typed by its name, and is done or says why not`() throws {
        let leaving: Set = ["quit", "interrupt", "suspend", "repaint", "back", "close"]
        for action in ActionTable.actions where action.places.contains(.board) && !leaving.contains(action.id) {
            var screen = Self.screen()
            try Self.type(action.id, in: &screen)
            try screen.press("Enter")
            let obstacle = action.obstacle(screen.state)
            #expect(Self.text(of: screen) == nil || screen.state.notice?.text == obstacle, "\(action.id)")
        }
    }

    @Test(
        arguments: [
            ("quit", [.quit]), ("q", [.quit]), ("repaint", [.repaint]), ("suspend", [.suspend]),
            ("probe", [.probe([Server.ID(name: "intranet.corp.example", port: 3389)])]), ("back", [.quit]),
        ] as [(String, [Effect])])
    func `An action asks for the same as its key`(command: String, effects: [Effect]) throws {
        var screen = Self.screen()
        try Self.type(command, in: &screen)
        try screen.press("Enter")
        #expect(screen.effects == effects)
        #expect(screen.state.prompt == nil)
    }

    @Test func `explain without a code explains the row, and filter without words asks for them`() throws {
        var screen = Self.screen()
        try Self.type("explain", in: &screen)
        try screen.press("Enter")
        #expect(screen.state.overlay == .explain)
        try screen.press("Esc")
        try Self.type("filter", in: &screen)
        try screen.press("Enter")
        guard case .filter = screen.state.prompt else {
            Issue.record("no filter is asked for")
            return
        }
    }

    @Test(arguments: [
        ("problems", ViewID.problems, ""), ("all", .all, ""), ("problems nyc", .problems, "nyc"),
        ("all   site:fra !lab ", .all, "site:fra !lab"), ("filter is:down", .all, "is:down"),
    ])
    func `A view comes to the front, with its filter`(command: String, view: ViewID, filter: String) throws {
        var screen = Self.screen()
        try Self.type(command, in: &screen)
        try screen.press("Enter")
        #expect(screen.state.view == view)
        #expect(screen.state.filterText == filter)
        #expect(screen.state.place == .board)
        #expect(screen.state.prompt == nil)
    }

    @Test func `A view opens from the page of a code and from the details`() throws {
        var screen = Self.screen()
        try Self.type("2308", in: &screen)
        try screen.press("Enter", "Enter")
        #expect(screen.state.place == .detail)
        try Self.type("problems", in: &screen)
        try screen.press("Enter")
        #expect(screen.state.place == .board)
        #expect(screen.state.answer == nil)
    }

    @Test(arguments: [
        ("problems is:dwn", "is: takes"), ("filter \"a", ""), ("next-problm", "did you mean next-problem?"),
        ("probe now", "probe takes nothing behind it"), ("quit now", "quit takes nothing behind it"),
        ("next-server", "next-server: only in the details of a server"), ("ask-again", "only on the page of a code"),
        ("prob", "prob: no command and no code; did you mean probe?"), ("\u{301}zz", "no command and no code"),
    ])
    func `A mistake is explained, and the text stays`(command: String, part: String) throws {
        var screen = Self.screen()
        try Self.type(command, in: &screen)
        try screen.press("Enter")
        let notice = try #require(screen.state.notice?.text)
        #expect(notice.contains(part), "\(notice)")
        #expect(Self.text(of: screen)?.isEmpty == false)
        #expect(screen.effects.isEmpty)
    }

    @Test func `An obstacle is said, and the text stays`() throws {
        var screen = Screen([])
        try Self.type("probe", in: &screen)
        try screen.press("Enter")
        #expect(screen.state.notice?.text == "no row: the fleet has no server")
        #expect(Self.text(of: screen) == "probe")
    }

    // MARK: Completion

    @Test(arguments: [
        ("interr", 1, "interrupt"), ("prob", 1, "prob"), ("next-p", 1, "next-problem"), ("xyz", 1, "xyz"),
        ("repa", 3, "repaint"), ("problems is:pr", 1, "problems is:problem"),
        ("problems !is:dow", 1, "problems !is:down"),
        ("filter fra layer:x", 1, "filter fra layer:x224"), ("explain 0x", 1, "explain 0x"),
    ])
    func `Tab completes the last word`(typed: String, tabs: Int, text: String) throws {
        var screen = Self.screen()
        try Self.type(typed, in: &screen)
        for _ in 0..<tabs { try screen.press("Tab") }
        #expect(Self.text(of: screen)?.hasPrefix(text) == true, "\(Self.text(of: screen) ?? "-")")
    }

    @Test func `Tab knows the sites of the fleet`() throws {
        var screen = Screen([SampleFleet.whole])
        try Self.type("all !site:F", in: &screen)
        try screen.press("Tab")
        #expect(Self.text(of: screen) == "all !site:Frankfurt")
    }

    @Test func `Tab adds what all have in common, then goes through them, and Shift-Tab comes back`() throws {
        var screen = Self.screen()
        try Self.type("pa", in: &screen)
        try screen.press("Tab")
        #expect(Self.text(of: screen) == "page-")
        #expect(screen.canvas.lines.last == " page-down page-up")
        try screen.press("Tab")
        #expect(Self.text(of: screen) == "page-down")
        try screen.press("Tab")
        #expect(Self.text(of: screen) == "page-up")
        try screen.press("Tab", "Shift-Tab")
        #expect(Self.text(of: screen) == "page-up")
        screen.type("x")
        try screen.press("Tab")
        #expect(screen.canvas.lines.last == " nothing goes on from here")
    }

    // MARK: Paths

    @Test(
        arguments: [
            ("w ", ""), ("write rep", "rep"), ("w  ~/a b/c", "~/a b/c"), ("w", nil), ("wri", nil), ("theme d", nil),
            ("view", nil),
        ] as [(String, String?)])
    func `Tab asks for the paths that go on, behind a command that takes one`(typed: String, path: String?) throws {
        var screen = Self.screen()
        try Self.type(typed, in: &screen)
        try screen.press("Tab", "Tab")
        #expect(screen.effects == (path.map { [.findFileNames(from: $0)] } ?? []))
        #expect(path == nil || Self.text(of: screen) == typed)
    }

    @Test func `Paths are completed as words are, with what stands before them kept`() throws {
        var screen = Self.screen()
        try Self.type("w a b/my re", in: &screen)
        try screen.press("Tab")
        _ = screen.state.apply(.fileNames(["my report-1.md", "my report-2.md"], from: "a b/my re"))
        #expect(Self.text(of: screen) == "w a b/my report-")
        #expect(screen.canvas.lines.last == " my report-1.md my report-2.md")
        try screen.press("Tab", "Tab")
        #expect(Self.text(of: screen) == "w a b/my report-2.md")
        #expect(screen.effects.count == 1)
    }

    @Test func `Tab behind the only folder looks into it, and nothing that goes on is said`() throws {
        var screen = Self.screen()
        try Self.type("w s", in: &screen)
        try screen.press("Tab")
        _ = screen.state.apply(.fileNames(["sub/"], from: "s"))
        #expect(Self.text(of: screen) == "w sub/")
        try screen.press("Tab")
        #expect(screen.effects.last == .findFileNames(from: "sub/"))
        _ = screen.state.apply(.fileNames([], from: "sub/"))
        #expect(screen.canvas.lines.last == " nothing goes on from here")
    }

    @Test(arguments: ["x", "Left", "Esc"])
    func `Paths that come too late change nothing`(key: String) throws {
        var screen = Self.screen()
        try Self.type("w re", in: &screen)
        try screen.press("Tab", key)
        let text = Self.text(of: screen)
        _ = screen.state.apply(.fileNames(["report.md"], from: "re"))
        #expect(Self.text(of: screen) == text && text?.contains("report") != true)
    }

    @Test(arguments: [20, 40, 60, 80, 200])
    func `Going through all names shows each one whole, whatever the width`(width: Int) throws {
        var screen = Self.screen(width)
        try screen.press(":")
        for name in CommandTable.names(at: .board) {
            try screen.press("Tab")
            #expect(Self.text(of: screen) == name)
            let footer = try #require(screen.canvas.lines.last)
            #expect(footer.split(separator: " ").contains(Substring(name)), "\(footer)")
        }
    }

    @Test(arguments: [
        ("", " Enter does it"), ("nex", " Tab: next-match next-problem next-sort"),
        ("w", " write FILE   write a report"),
        ("w a", " write FILE   write a report"), ("probe-all", " probe-all   probe all servers now"),
        ("0x904", " Enter does it"),
    ])
    func `While typing the footer says what there is and what it would do`(typed: String, footer: String) throws {
        var screen = Self.screen()
        try Self.type(typed, in: &screen)
        #expect(screen.canvas.lines.last?.hasPrefix(footer) == true, "\(screen.canvas.lines.last ?? "")")
    }

    // MARK: History

    @Test func `Up calls up what was typed before, and Down comes back to what was being typed`() throws {
        var screen = Self.screen()
        for command in ["top", "bottom", "nonsense"] {
            try Self.type(command, in: &screen)
            try screen.press("Enter", "Esc")
        }
        try Self.type("pro", in: &screen)
        for (key, text) in [
            ("Up", "nonsense"), ("Up", "bottom"), ("Up", "top"), ("Up", "top"), ("Down", "bottom"),
            ("Down", "nonsense"),
            ("Down", "pro"), ("Down", "pro"),
        ] {
            try screen.press(key)
            #expect(Self.text(of: screen) == text)
        }
        try screen.press("Up", "Up", "Enter")
        #expect(Self.text(of: screen) == nil)
        #expect(screen.state.commandHistory.lines == ["top", "nonsense", "bottom"])
    }

    @Test func `The history is bounded, and keeps no line twice and no empty one`() {
        var history = CommandHistory()
        for number in 0..<1_000 {
            history.remember("line \(number % 150)")
            history.remember("  ")
        }
        #expect(history.lines.count == CommandHistory.limit)
        #expect(Set(history.lines).count == history.lines.count)
        #expect(history.lines.last == "line 99")
    }
}
