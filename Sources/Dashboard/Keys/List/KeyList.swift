import Drawing

/// The keys in force and what can be typed, as a text to read outside of the board.
package struct KeyList: Sendable {
    /// How it is written.
    package enum Format: String, Sendable, CaseIterable {
        case text, markdown
    }

    /// An action or a command, and how one gets at it.
    package struct Entry: Sendable {
        /// Keys, or what is typed.
        package let keys: [String]
        /// Its name in the configuration; empty for what is only typed.
        package let name: String
        /// What it does, beginning with a verb.
        package let help: String
        /// Where, as in `in the list of servers`; empty when it is everywhere.
        package let place: String
    }

    /// What stands under one heading.
    package struct Section: Sendable {
        package let title: String
        package let entries: [Entry]
    }

    /// In the order of the help.
    package let sections: [Section]

    /// The list of a map.
    package init(_ keys: KeyMap) {
        sections =
            ActionTable.groups.map { group in
                Section(title: group.title, entries: group.actions.map { Self.entry($0, keys) })
            } + [Section(title: "The command line", entries: Self.commands)]
    }

    /// The list as a text that ends with a line break.
    package func text(_ format: Format) -> String {
        let lines =
            switch format {
            case .text: plainLines
            case .markdown: markdownLines
            }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How keys are written in a configuration, as sentences.
    package static let keyNames = """
        A key is written as the character itself (e, E, ?, é), or by its name in any case: Space, Enter, Esc, Tab, \
        Shift-Tab, Backspace, Del, Ins, Up, Down, Left, Right, PgUp, PgDn, Home, End, F1 to F63, Shift-F1 to Shift-F12, Ctrl-A to Ctrl-Z.
        """

    private static func entry(_ action: Action, _ keys: KeyMap) -> Entry {
        let places = Place.allCases.filter(action.places.contains)
        return Entry(
            keys: keys.keys(of: action).map(\.name), name: action.id, help: action.help,
            place: places == Place.allCases ? "" : Place.words(places))
    }

    private static let commands =
        [
            ("0x904 0x7", "say what a code means that users see, in hexadecimal, in decimal or as a symbol"),
            ("next-problem", "do any action by its name; Tab completes, Up and Down bring back what was typed"),
        ].map { Entry(keys: [":" + $0.0], name: "", help: $0.1, place: "") }
        + CommandTable.commands.map { command in
            let names = command.names.map { ":" + $0 + (command.argument.isEmpty ? "" : " " + command.argument) }
            return Entry(keys: names, name: "", help: command.help, place: "")
        }
}
