import FleetModel

/// All that may stand in a configuration.
package enum ConfigurationParts {
    /// From the outside in.
    package static let all = [file, keys, view, command, notify, hook, secret, maintenance]

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
            FileKey("views", "a list", "Views of your own, on the keys 7, 8 and 9; see below."),
            FileKey("commands", "a list", "Commands of your own, for the marked servers or the one under the cursor."),
            FileKey("notify", "settings", "Who is told when something breaks; see below."),
            FileKey("maintenance", "a list", "When nothing is told of which servers; see below."),
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

    static let view = FilePart(
        "a view",
        "An item of the list `views:`. It has the lines of another view, arranged in its own way. What is changed in it on "
            + "the board is kept as long as this item stays the same; Esc goes back to its filter, `:reset-view` to all of it.",
        [
            FileKey("name", "a name", "What the line of views shows, at most 20 characters. Required."),
            FileKey("view", "a view", "Whose lines, by the name that stands behind : on the board.", standard: "all"),
            FileKey("filter", "a filter", "Which of them, in the words of the board's /.", standard: "all"),
            FileKey("sort", "an order", "severity, name, site, rtt, cert or since.", standard: "that of the view"),
            FileKey(
                "group", "a grouping", "none, cause, site, tag, gateway, owner or state.", standard: "that of the view"
            ),
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

extension ConfigurationParts {
    private static let pace = NoticePace()
    private static let time = "a length of time"

    static let notify = FilePart(
        "notify", "Under `notify:`. It counts for the board and for rdptop check --watch.",
        [
            FileKey("hooks", "a list", "Programs and web addresses that are told; see below."),
            FileKey("bell", "true or false", "Whether the board rings the terminal's bell.", standard: "false"),
            FileKey(
                "desktop", DesktopNotification.allCases.map(\.rawValue).joined(separator: ", "),
                "Whether and how the board asks the terminal to show a notification; not every terminal can.",
                standard: DesktopNotification.off.rawValue),
            FileKey(
                "gather", time,
                "How long nobody may have joined a cause before it is told. Six times that is the longest wait.",
                standard: SpanText.text(of: pace.gather)),
            FileKey(
                "update", time, "Between two notices that more servers have a cause.",
                standard: SpanText.text(of: pace.update)),
            FileKey(
                "again", time, "How long the same cause of the same servers is not told again.",
                standard: SpanText.text(of: pace.again)),
            FileKey(
                "hourly", "a number",
                "The most notices within an hour, for each hook; the next says what was held back.",
                standard: String(pace.hourly)),
        ])

    static let hook = FilePart(
        "a hook", "An item of the list `hooks:`. It has either run or url.",
        [
            FileKey("name", "a name", "What messages call it. Required."),
            FileKey(
                "run", "a list", "A program and its arguments, run without a shell; it reads the notice from its input."
            ),
            FileKey("url", "an address or a secret", "Where the notice is sent by POST, https:// or http://."),
            FileKey(
                "headers", "names and values",
                "Further fields of the request, each a text or a secret."),
            FileKey(
                "ca", "a list of files", "Authorities to trust beside the system's, in PEM; absolute paths."),
            FileKey(
                "on", "a list",
                "What it is told: \(NoticeTopic.allCases.map(\.rawValue).joined(separator: ", ")).",
                standard: NoticeTopic.allCases.filter(NoticeTopic.usual.contains).map(\.rawValue)
                    .joined(separator: ", ")),
            FileKey("only", "a filter", "Of which servers, in the words of the board's /.", standard: "all"),
            FileKey("timeout", time, "For the program or the answer, 1s to 1m.", standard: "10s"),
        ])

    static let secret = FilePart(
        "a secret", "In place of a text that must not stand in this file. It is never shown.",
        [
            FileKey("env", "a name", "The environment variable that has it."),
            FileKey("file", "a file", "The file that has it on its first line; an absolute path."),
        ])

    static let maintenance = FilePart(
        "a maintenance window",
        "An item of the list `maintenance:`. It has either weekly, or from and until. Servers are probed and shown as "
            + "ever; what happens to them is not told, and what is still wrong at the end is told then.",
        [
            FileKey("from", "a date and time", "Its beginning: 2026-11-28 22:00."),
            FileKey("until", "a date and time", "Its end."),
            FileKey(
                "weekly", "days and times",
                "Each week: sat 22:00-02:00, mon-fri 02:00-04:00, sat,sun 00:00-24:00, daily 03:00-03:30."),
            FileKey("zone", "a time zone", "Whose time that is, such as Europe/Berlin.", standard: "this machine's"),
            FileKey(
                "only", "a filter", "Which servers, by name:, site:, tag:, owner: or gateway:.", standard: "all"),
            FileKey("reason", "a text", "Why."),
        ])
}

/// What `clipboard:` may say.
enum ClipboardWord: String, CaseIterable {
    case auto, osc52, tool, off
}
