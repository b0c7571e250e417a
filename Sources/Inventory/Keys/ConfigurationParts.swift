/// All that may stand in a configuration.
package enum ConfigurationParts {
    /// From the outside in.
    package static let all = [file, keys, command]

    static let file = FilePart(
        "a configuration", "The file itself.",
        [
            FileKey("keys", "keys", "Which key does what; see below."),
            FileKey("theme", "a theme", "The colours, as with --theme.", standard: "default"),
            FileKey("ascii", "true or false", "Whether to draw with ASCII characters only.", standard: "false"),
            FileKey(
                "mouse", "true or false",
                "Whether the mouse is on from the start; then the terminal's own selection needs Shift.",
                standard: "false"),
            FileKey(
                "clipboard", ClipboardWord.allCases.map(\.rawValue).joined(separator: ", "),
                "How text is copied: by the terminal (osc52), by a program such as wl-copy (tool), or not at all.",
                standard: ClipboardWord.auto.rawValue),
            FileKey("columns", "a list of columns", "What the list of servers shows."),
            FileKey("commands", "a list", "Commands of your own, for the marked servers or the one under the cursor."),
        ])

    static let keys = FilePart(
        "keys", "Under `keys:`.",
        [
            FileKey("preset", "default, htop or vim", "The keys to start from.", standard: "default"),
            FileKey(
                "bind", "actions and their keys",
                "In place of the keys that an action has: the name of the action, and a key or a list of keys; [] for "
                    + "none. The names of actions are in rdptop(1) and printed by rdptop keys."),
        ])

    static let command = FilePart(
        "a command", "An item of the list `commands:`. It is run without a shell.",
        [
            FileKey("name", "a name", "What the menu shows. Required."),
            FileKey("key", "a key", "Its key in the menu.", standard: "the next free letter"),
            FileKey(
                "run", "a list", "The program and its arguments; {host}, {address} and {port} are filled in. Required."),
        ])
}

/// What `clipboard:` may say.
enum ClipboardWord: String, CaseIterable {
    case auto, osc52, tool, off
}
