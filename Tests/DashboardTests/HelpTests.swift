import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct HelpTests {
    private static func screen(_ size: Size = Size(width: 80, height: 24)) -> Screen {
        Screen(SampleFleet.dozen, size, explainer: .sample)
    }

    private static func lines(_ screen: Screen) -> [String] { screen.state.helpPage.page.lines.map(\.text) }

    /// The action under the cursor.
    private static func chosen(_ screen: Screen) -> String? {
        let entries = screen.state.helpPage.page.entries
        let index = screen.state.help.cursor.entry
        return entries.indices.contains(index) ? entries[index].action.id : nil
    }

    /// How many actions a board has whose configuration has neither views nor commands of the user's own: of the keys for
    /// such views the first stands for all.
    private static let listed = ActionTable.actions.count - OwnView.keys.count + 1

    @Test(arguments: [[], ["Enter"], [":", "2", "3", "0", "8", "Enter"]])
    func `Every action stands in it once, those of the place behind it first`(before: [String]) throws {
        var screen = Self.screen()
        for key in before { try screen.press(key) }
        let place = screen.state.place
        try screen.press("?")
        let actions = screen.state.helpPage.page.entries.map(\.action)
        let absent: Set = ["view-own-2", "view-own-3"]
        #expect(actions.map(\.id).sorted() == ActionTable.actions.map(\.id).filter { !absent.contains($0) }.sorted())
        let isHere = actions.map { $0.places.contains(place) }
        #expect(isHere == isHere.sorted { $0 && !$1 })
    }

    @Test func `The commands and the configuration file stand in it`() throws {
        var screen = Self.screen()
        try screen.press("?")
        let help = Self.lines(screen)
        for command in CommandTable.commands {
            #expect(help.contains { $0.hasPrefix("  :\(command.name)") }, "\(command.name)")
        }
        #expect(help.last == " Keys and looks are from /home/kim/.config/rdptop/config.yaml")
    }

    @Test func `An action without a key shows how it is typed`() throws {
        var configuration = ProgramConfiguration()
        configuration.keys = [.init(action: .init("probe-all", line: 1, column: 1), keys: [])]
        var screen = Screen(keys: KeyMap.wanted(by: configuration).keys)
        try screen.press("?")
        #expect(Self.lines(screen).contains { $0.hasPrefix("  :probe-all") })
    }

    // MARK: The cursor

    @Test func `The cursor goes through the actions, then the text scrolls to the end`() throws {
        var screen = Self.screen()
        try screen.press("?")
        #expect(Self.chosen(screen) == "down")
        try screen.press("j")
        #expect(Self.chosen(screen) == "up")
        try screen.press("k", "k", "k")
        #expect(Self.chosen(screen) == "down")
        #expect(screen.state.help.cursor.top == 0)
        for _ in 0..<400 { try screen.press("j") }
        #expect(Self.chosen(screen) == screen.state.helpPage.page.entries.last?.action.id)
        #expect(screen.text().contains("config.yaml"))
        try screen.press("g")
        #expect(Self.chosen(screen) == "down")
    }

    @Test(arguments: [
        Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 40, height: 10),
        Size(width: 20, height: 5),
    ])
    func `The chosen action is always in sight`(size: Size) throws {
        var screen = Self.screen(size)
        try screen.press("?")
        for _ in 0..<Self.listed {
            let (page, height) = screen.state.helpPage
            let marked = screen.state.help.cursor.marked(on: page.layout(height: height))
            let top = screen.state.help.cursor.top
            #expect(!marked.isEmpty && marked.lowerBound >= top && marked.lowerBound < top + max(1, height))
            try screen.press("j")
        }
    }

    // MARK: Doing

    @Test(
        arguments: [
            ("bottom", "rdsh-lab-002"), ("half-page-down", nil), ("next-problem", "kiosk-07"),
        ] as [(String, String?)])
    func `Enter closes the help and does what is chosen`(action: String, selected: String?) throws {
        var screen = Self.screen()
        try screen.press("?", "/")
        screen.type(action)
        try screen.press("Enter", "Enter")
        #expect(screen.state.place == .board)
        if let selected { #expect(screen.selected == selected) }
        #expect(screen.effects.isEmpty)
    }

    @Test(
        arguments: [
            ("next-server", "next-server: only in the details of a server", []),
            ("find-in-help", "find-in-help: only in the help", []), ("one step back", nil, []), ("close", nil, []),
            ("quit at once", nil, [.quit]), ("repaint", nil, [.repaint]),
        ] as [(String, String?, [Effect])])
    func `What cannot be done there is said, and the way back leads no further`(
        query: String, notice: String?, effects: [Effect]
    ) throws {
        var screen = Self.screen()
        try screen.press("?", "/")
        screen.type(query)
        try screen.press("Enter", "Enter")
        #expect(screen.state.place == .board)
        #expect(screen.state.notice?.text == notice)
        #expect(screen.effects == effects)
    }

    @Test func `An obstacle is said`() throws {
        var screen = Screen([])
        try screen.press("?", "/")
        screen.type("probe this")
        try screen.press("Enter", "Enter")
        #expect(screen.state.notice?.text == "no row: the fleet has no server")
    }

    // MARK: Searching

    @Test func `Words leave only the lines that have them, signs included`() throws {
        var screen = Self.screen()
        try screen.press("?", "/")
        screen.type("PROBE now")
        let actions = screen.state.helpPage.page.entries.map(\.action.id)
        #expect(Set(actions) == ["probe", "probe-all"])
        #expect(screen.canvas.lines[22] == " find> PROBE now")
        #expect(screen.canvas.lines[23].hasPrefix(" Enter keeps"))
        try screen.press("Enter")
        #expect(screen.canvas.lines[22] == " 2 of \(Self.listed) actions for PROBE now")
        try screen.press("/", "ctrl-u")
        screen.type("refused")
        #expect(Self.lines(screen).contains { $0.hasPrefix("  R ") })
        #expect(screen.state.helpPage.page.entries.isEmpty)
        try screen.press("Enter", "Enter")
        #expect(screen.state.notice?.text == "nothing to do here")
    }

    @Test func `Words that nothing has are said to, and Esc brings all lines back before it closes`() throws {
        var screen = Self.screen()
        try screen.press("?", "/")
        screen.type("zzz")
        #expect(Self.lines(screen).first == " nothing in the help has these words")
        try screen.press("Enter", "Esc")
        #expect(screen.state.place == .help)
        #expect(screen.state.helpPage.page.entries.count == Self.listed)
        try screen.press("/")
        screen.type("x")
        try screen.press("Esc")
        #expect(screen.state.place == .help && screen.state.help.query.isEmpty && screen.state.prompt == nil)
        try screen.press("Esc")
        #expect(screen.state.place == .board)
    }

    @Test func `While words are typed the arrows move the cursor`() throws {
        var screen = Self.screen()
        try screen.press("?", "/")
        screen.type("page")
        let first = Self.chosen(screen)
        try screen.press("Down")
        #expect(Self.chosen(screen) != first)
        try screen.press("Up")
        #expect(Self.chosen(screen) == first)
    }

    /// On a low screen what lies on top covers everything but what is being typed.
    @Test(arguments: [2, 5, 6, 10, 15])
    func `What is typed stays in sight on a low screen`(height: Int) throws {
        for keys in [["?", "/"], [":", "2", "3", "0", "8", "Enter", ":"]] {
            var screen = Self.screen(Size(width: 60, height: height))
            for key in keys { try screen.press(key) }
            screen.type("abc")
            #expect(screen.canvas.lines.contains { $0.hasSuffix("> abc") || $0.hasSuffix(":abc") })
        }
    }
}
