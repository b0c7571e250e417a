import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct KeyMapTests {
    private typealias Text = ProgramConfiguration.Marked<String>

    /// A configuration with one action a line, from line 3 on; its keys stand 10 columns apart from column 20 on.
    private static func configuration(
        preset: String? = nil, _ bindings: [(action: String, keys: [String])]
    ) -> ProgramConfiguration {
        var configuration = ProgramConfiguration()
        configuration.preset = preset.map { Text($0, line: 1, column: 1) }
        configuration.keys = bindings.enumerated().map { index, binding in
            .init(
                action: Text(binding.action, line: index + 3, column: 5),
                keys: binding.keys.enumerated().map { Text($0.element, line: index + 3, column: 20 + 10 * $0.offset) })
        }
        return configuration
    }

    private static func mistakes(preset: String? = nil, _ bindings: [(action: String, keys: [String])]) -> [String] {
        KeyMap.wanted(by: configuration(preset: preset, bindings)).mistakes.map { "\($0.line):\($0.column) \($0.text)" }
    }

    // MARK: Presets

    @Test(arguments: KeyPresetTable.presets.map(\.name))
    func `No key is bound twice at one place, in any preset`(name: String) throws {
        let keys = try #require(KeyPresetTable[name]).keys
        for place in Place.allCases {
            let bound = ActionTable.actions.filter { $0.places.contains(place) }.flatMap { keys[$0.id] ?? [] }
            #expect(Set(bound).count == bound.count, "at \(place)")
        }
        #expect(Self.mistakes(preset: name, []).isEmpty)
    }

    @Test(arguments: KeyPresetTable.presets.map(\.name))
    func `Every action with a key of its own has one in every preset`(name: String) throws {
        let keys = try #require(KeyPresetTable[name]).keys
        for action in ActionTable.actions where !action.keys.isEmpty {
            #expect(keys[action.id]?.isEmpty == false, "\(action.id)")
        }
    }

    /// Function keys are taken by many terminals, and those signs need AltGr on German, Nordic and Spanish layouts.
    @Test(arguments: KeyPresetTable.presets.map(\.name))
    func `Every action can be had without function keys and without signs that need AltGr`(name: String) throws {
        let keys = try #require(KeyPresetTable[name]).keys
        let awkward = Set("[]\\|{}@~".map { Key.character($0) }).union((1...63).map { .function($0) })
        for action in ActionTable.actions where !action.keys.isEmpty {
            let usable = Set(keys[action.id] ?? []).subtracting(awkward)
            #expect(!usable.isEmpty, "\(action.id)")
        }
    }

    @Test(
        arguments: [
            ("default", "?", "help"), ("default", "h", nil), ("default", "/", "filter"), ("default", "r", "probe"),
            ("default", "F5", "probe"), ("htop", "h", "help"), ("htop", "?", "help"), ("htop", "F1", "help"),
            ("htop", "\\", "filter"), ("htop", "F4", "filter"), ("htop", "F6", "sort"), ("htop", "F10", "quit"),
            ("htop", "q", "back"), ("vim", "Ctrl-E", "down"), ("vim", "o", "open"), ("vim", "j", "down"),
            ("vim", "Ctrl-F", "page-down"), ("vim", "Ctrl-O", "back"), ("vim", "G", "bottom"),
        ] as [(String, String, String?)])
    func `A preset puts its keys where its people expect them`(preset: String, key: String, action: String?) throws {
        let map = KeyMap.wanted(by: Self.configuration(preset: preset, [])).keys
        let key = try #require(Key(name: key))
        if let action {
            #expect(map.action(of: key, at: .board)?.id == action)
        } else {
            #expect(["left", nil].contains(map.action(of: key, at: .board)?.id))
        }
    }

    // MARK: The user's keys

    @Test func `The user's keys take the place of the action's own`() throws {
        let (map, mistakes) = KeyMap.wanted(
            by: Self.configuration(
                [("next-problem", ["ö", "F7"]), ("probe", ["e", "Space"]), ("page-down", ["PgDn"]), ("mark", [])].filter
                { ActionTable.action($0.0) != nil }))
        #expect(mistakes.isEmpty)
        #expect(map.action(of: .character("ö"), at: .board)?.id == "next-problem")
        #expect(map.action(of: .function(7), at: .detail)?.id == "next-problem")
        #expect(map.action(of: .character("e"), at: .board)?.id == "probe")
        #expect(map.action(of: .character(" "), at: .board)?.id == "probe")
        #expect(map.action(of: .character("r"), at: .board) == nil)
        #expect(map.action(of: .character("r"), at: .answer)?.id == "ask-again")
    }

    @Test func `An empty list takes all keys from an action`() throws {
        let (map, mistakes) = KeyMap.wanted(by: Self.configuration([("probe-all", [])]))
        #expect(mistakes.isEmpty)
        #expect(map.action(of: .character("R"), at: .board) == nil)
        #expect(map.action(of: .control("r"), at: .board) == nil)
    }

    @Test func `The user's keys come on top of a preset`() throws {
        let (map, mistakes) = KeyMap.wanted(
            by: Self.configuration(preset: "htop", [("help", ["F1"]), ("explain", ["h"])]))
        #expect(mistakes.isEmpty)
        #expect(map.action(of: .character("h"), at: .board)?.id == "explain")
        #expect(map.action(of: .character("?"), at: .board) == nil)
        #expect(map.action(of: .function(10), at: .board)?.id == "quit")
    }

    @Test(
        arguments: [
            ([("nxt-problem", ["e"])], ["3:5 \"nxt-problem\" is not an action; did you mean \"next-problem\"?"]),
            (
                [("whistle", ["e"]), ("swim", [])],
                ["3:5 \"whistle\" is not an action", "4:5 \"swim\" is not an action"]
            ),
            ([("\u{1B}[2J", ["e"])], ["3:5 \"\u{FFFD}[2J\" is not an action"]),
            (
                [("probe", ["r", "Strg-C", ""])],
                [
                    "3:30 \"Strg-C\" is not a key; keys are written a, Z, ?, é, Space, Enter, F5, Ctrl-R, PgDn",
                    "3:40 \"\" is not a key; keys are written a, Z, ?, é, Space, Enter, F5, Ctrl-R, PgDn",
                ]
            ),
            ([("probe", ["r", "r"])], ["3:30 probe has the key r twice"]),
            (
                [("probe", ["e"])],
                [
                    "3:20 e is also the key of next-problem in the list of servers; "
                        + "give one of them another key, such as next-problem: []"
                ]
            ),
            (
                [("next-problem", ["ü"]), ("probe", ["r", "ü"])],
                [
                    "4:30 ü is also the key of next-problem in the list of servers; "
                        + "give one of them another key, such as next-problem: []"
                ]
            ),
            (
                [("probe", ["Ctrl-I"]), ("explain", ["ctrl-m", "ctrl-h"])],
                [
                    "3:20 a terminal cannot tell Ctrl-I from Tab; write Tab",
                    "4:20 a terminal cannot tell Ctrl-M from Enter; write Enter",
                    "4:30 a terminal cannot tell Ctrl-H from Backspace; write Backspace",
                ]
            ),
            ([("probe", ["Ctrl-C"])], ["3:20 Ctrl-C always leaves and cannot do anything else"]),
            ([("interrupt", [])], ["3:5 Ctrl-C always leaves and cannot be taken away"]),
            (
                [("quit", []), ("back", [])],
                ["4:5 nothing but Ctrl-C would quit; leave a key to back or to quit"]
            ),
            (
                [("close", []), ("back", [])],
                ["4:5 nothing would close what is open; leave a key to back or to close"]
            ),
            ([("back", [])], []), ([("quit", [])], []), ([("close", [])], []), ([("help", [])], []),
            ([("interrupt", ["F12"])], []), ([("interrupt", ["Ctrl-C"])], []),
            // The same key at different places is no clash.
            ([("open-listed", ["Enter", "o"]), ("open", ["o"])], []),
        ] as [([(String, [String])], [String])])
    func `What cannot be meant is told, all at once`(bindings: [(String, [String])], expected: [String]) {
        #expect(Self.mistakes(bindings.map { (action: $0.0, keys: $0.1) }) == expected)
    }

    @Test func `A preset that nobody knows is a mistake that names those there are`() {
        #expect(
            Self.mistakes(preset: "emacs", []) == [
                "1:1 \"emacs\" is not a preset of keys; there are default, htop, vim"
            ])
        #expect(Self.mistakes(preset: "vi", []) == ["1:1 \"vi\" is not a preset of keys; did you mean \"vim\"?"])
    }

    @Test func `Ctrl-C leaves whatever other keys are given to do so`() {
        let map = KeyMap.wanted(by: Self.configuration([("interrupt", ["F12"])])).keys
        for place in Place.allCases {
            #expect(map.action(of: .control("c"), at: place)?.id == "interrupt")
            #expect(map.action(of: .function(12), at: place)?.id == "interrupt")
        }
    }

    // MARK: What the screen says of them

    @Test func `The footer shows the keys in force, letters first`() throws {
        let keys = KeyMap.wanted(by: Self.configuration([("next-problem", ["F7", "ö"]), ("help", ["F1"])])).keys
        let screen = Screen(keys: keys)
        let footer = try #require(screen.canvas.lines.last)
        #expect(footer.contains("ö:NextBad") && footer.contains("F1:Help"), "\(footer)")
    }

    @Test(arguments: KeyPresetTable.presets.map(\.name), [80, 60, 40, 20])
    func `Every footer fits, and nothing in it is cut`(preset: String, width: Int) throws {
        let keys = KeyMap.wanted(by: Self.configuration(preset: preset, [])).keys
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: 24), explainer: .sample, keys: keys)
        for open in [[], ["Enter"], ["Esc", "x"], ["Esc", "?"], ["Esc", ":", "2", "3", "0", "8", "Enter"]] {
            for key in open { try screen.press(key) }
            let footer = FooterPane().line(screen.state, width: width)
            #expect(footer.width <= width, "\(footer.text)")
            #expect(footer.text.hasSuffix("Quit") || footer.text.hasSuffix("Back"), "\(footer.text)")
            if open.last == "?" { try screen.press("Esc") }
        }
    }

    @Test(
        arguments: [
            ([], "Ctrl-X", "Ctrl-X: no binding here; ? lists the keys"),
            ([], "K", "K: only in the details"),
            (["Enter"], "/", "/: only in the list"),
        ] as [([String], String, String)])
    func `A dead key explains itself`(before: [String], key: String, sentence: String) throws {
        var screen = Screen()
        for key in before { try screen.press(key) }
        try screen.press(key)
        #expect(screen.state.notice?.text.hasPrefix(sentence) == true, "\(screen.state.notice?.text ?? "")")
    }

    @Test func `Without a key for the help the command line is named`() throws {
        var screen = Screen(keys: KeyMap.wanted(by: Self.configuration([("help", [])])).keys)
        try screen.press("Ctrl-X")
        #expect(screen.state.notice?.text == "Ctrl-X: no binding here; :help lists the keys")
    }
}
