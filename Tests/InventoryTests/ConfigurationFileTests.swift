import FleetModel
import Inventory
import Testing

private func configuration(_ text: String) throws -> ProgramConfiguration {
    try ConfigurationFile.parse(text, file: "config.yaml")
}

private func mistakes(_ text: String) -> [String] {
    do {
        _ = try configuration(text)
        return []
    } catch let error as InventoryError {
        return error.mistakes.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

@Suite struct ConfigurationFileTests {
    private typealias Text = ProgramConfiguration.Marked<String>

    static let whole = """
        keys:
          preset: vim
          bind:
            next-problem: [e, F7]
            probe: r
            mute: []
            größer: ["ä", "~"]
        theme: cvd
        ascii: true
        mouse: false
        clipboard: osc52
        columns: [name, cells]
        views:
          - {name: mine, view: problems, filter: "owner:kim", sort: since, group: site}
          - name: rest
        commands:
          - name: ssh
            key: s
            run: [ssh, "-p", "{port}", "{host}"]
          - {name: ticket, run: ticket}
        """

    @Test func `Every key is read, with its place`() throws {
        let read = try configuration(Self.whole)
        var expected = ProgramConfiguration()
        expected.preset = Text("vim", line: 2, column: 11)
        expected.keys = [
            .init(
                action: Text("next-problem", line: 4, column: 5),
                keys: [Text("e", line: 4, column: 20), Text("F7", line: 4, column: 23)]),
            .init(action: Text("probe", line: 5, column: 5), keys: [Text("r", line: 5, column: 12)]),
            .init(action: Text("mute", line: 6, column: 5), keys: []),
            .init(
                action: Text("größer", line: 7, column: 5),
                keys: [Text("ä", line: 7, column: 14), Text("~", line: 7, column: 19)]),
        ]
        expected.theme = Text("cvd", line: 8, column: 8)
        expected.ascii = true
        expected.mouse = false
        expected.clipboard = Text("osc52", line: 11, column: 12)
        expected.columns = [Text("name", line: 12, column: 11), Text("cells", line: 12, column: 17)]
        expected.views = [
            .init(name: Text("mine", line: 14, column: 12)), .init(name: Text("rest", line: 15, column: 11)),
        ]
        expected.views[0].view = Text("problems", line: 14, column: 24)
        expected.views[0].filter = Text("owner:kim", line: 14, column: 42)
        expected.views[0].sort = Text("since", line: 14, column: 61)
        expected.views[0].group = Text("site", line: 14, column: 75)
        expected.commands = [
            .init(
                name: Text("ssh", line: 17, column: 11), key: Text("s", line: 18, column: 10),
                arguments: ["ssh", "-p", "{port}", "{host}"]),
            .init(name: Text("ticket", line: 20, column: 12), arguments: ["ticket"]),
        ]
        #expect(read == expected)
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "columns: []\ncommands: []\n", "keys: {}", "keys: {bind: {}}"])
    func `A file that says nothing asks for nothing`(text: String) throws {
        let read = try configuration(text)
        #expect(read.keys.isEmpty && read.commands.isEmpty && read.preset == nil)
        #expect(read.columns?.isEmpty != false)
    }

    @Test(arguments: [
        ("theme: [a\n", ["2:1: YAML: did not find expected ',' or ']'"]),
        ("theme: a\ntheme: b", ["1:1: the key \"theme\" stands twice in the mapping that begins here"]),
        (
            "- a",
            [
                "1:1: a configuration is written as keys and values: "
                    + "ascii, clipboard, columns, commands, keys, maintenance, mouse, notify, theme, views"
            ]
        ),
        ("thme: a", ["1:1: \"thme\" is not a key of a configuration; did you mean \"theme\"?"]),
        ("a\u{7}b: c", ["is not UTF-8 text: control characters are not allowed"]),
        ("\"a\\eb\": c", ["1:1: \"a\u{FFFD}b\" is not a key of a configuration"]),
        (
            "ascii: yes\nmouse: 1\ntheme: {a: b}\nclipboard: xsel",
            [
                "1:8: ascii: is true or false", "2:8: mouse: is true or false", "3:8: theme: should be a text",
                "4:12: clipboard: is one of auto, osc52, tool, off",
            ]
        ),
        ("keys: vim", ["1:7: keys is written as keys and values: bind, preset"]),
        ("keys: {presets: vim}", ["1:8: \"presets\" is not a key of keys; did you mean \"preset\"?"]),
        (
            "keys:\n  bind: [e]",
            ["2:9: bind is written as actions and their keys, as in next-problem: [e, F7]"]
        ),
        ("keys: {bind: {probe: {a: b}}}", ["1:22: \"probe\": should be a text"]),
        ("keys: {bind: {probe: [r, [s]]}}", ["1:26: \"probe\": should be a text"]),
        ("keys: {bind: {[a]: r}}", ["1:15: bind: should be a text"]),
        ("keys: {bind: {probe: \"\\e[2J\"}}", ["1:22: \"probe\": has control or invisible characters in it"]),
        (
            "keys:\n  bind:\n    probe: # r",
            ["3:11: \"probe\": nothing stands here; write [] for none, and quote signs such as \"#\""]
        ),
        ("columns: {a: b}", ["1:10: columns: should be a text"]),
        (
            "commands: [{}]",
            ["1:12: a command needs a name", "1:12: a command needs run:, the program and its arguments"]
        ),
        ("views: [{view: all}]", ["1:9: a view needs a name"]),
        ("views: [mine]", ["1:9: a view is written as keys and values: filter, group, name, sort, view"]),
        ("views: [{name: a}, {name: a}]", ["1:27: the name \"a\" stands twice, first in line 1"]),
        ("commands: [ssh]", ["1:12: a command is written as keys and values: key, name, run"]),
        ("commands: [{name: a, run: []}]", ["1:27: a command needs run:, the program and its arguments"]),
        ("commands: [{name: a, run: [b, [c]]}]", ["1:31: run: should be a text"]),
        ("commands: [{name: a, run: b, shell: true}]", ["1:30: \"shell\" is not a key of a command"]),
        (
            "commands: [{name: a, run: [ssh, \"{hots}\"]}]",
            ["1:33: run: \"{hots}\" is not filled in; did you mean \"{host}\"?"]
        ),
        (
            "commands:\n- {name: a, key: s, run: b}\n- {name: a, key: s, run: c}",
            [
                "3:10: the name \"a\" stands twice, first in line 2",
                "3:18: the key \"s\" stands twice, first in line 2",
            ]
        ),
    ])
    func `All mistakes are told at once, each where it stands`(text: String, expected: [String]) {
        let told = mistakes(text)
        #expect(told.count == expected.count)
        for (line, part) in zip(told, expected) {
            #expect(line.hasPrefix("config.yaml:") && line.hasSuffix(part), "\(told)")
        }
    }

    @Test func `What looks like a placeholder and is none of ours stays`() throws {
        let read = try configuration("commands: [{name: a, run: [awk, \"{print}\", \"{}\", \"{\", \"${x}\"]}]")
        #expect(read.commands.map(\.arguments) == [["awk", "{print}", "{}", "{", "${x}"]])
    }

    @Test func `Of very many mistakes the first hundred are told`() {
        #expect(mistakes((1...500).map { "key\($0): 1\n" }.joined()).count == InventoryLimits.mistakes)
    }
}
