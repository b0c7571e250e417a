import Drawing

/// All keys, in the order of the help. Dispatch, footer and help read this table and nothing else.
enum KeyTable {
    private static let everywhere = Set(KeyBinding.Place.allCases)

    /// One line for each action.
    static let bindings: [KeyBinding] = [
        KeyBinding(
            keys: [.character("?"), .function(1)], action: .help, places: everywhere, title: "Help",
            help: "show all keys and what the signs mean", footer: 0),
        KeyBinding(
            keys: [.character("j"), .down, .control("n")], action: .down, places: everywhere, title: "Down",
            help: "move down, or scroll"),
        KeyBinding(
            keys: [.character("k"), .up, .control("p")], action: .up, places: everywhere, title: "Up",
            help: "move up, or scroll"),
        KeyBinding(
            keys: [.pageDown, .control("f"), .character(" ")], action: .pageDown, places: everywhere,
            title: "Page down",
            help: "move down one page"),
        KeyBinding(
            keys: [.pageUp, .control("b")], action: .pageUp, places: everywhere, title: "Page up",
            help: "move up one page"),
        KeyBinding(
            keys: [.control("d")], action: .halfPageDown, places: everywhere, title: "Half down",
            help: "move down half a page"),
        KeyBinding(
            keys: [.control("u")], action: .halfPageUp, places: everywhere, title: "Half up",
            help: "move up half a page"),
        KeyBinding(
            keys: [.character("g"), .home], action: .top, places: everywhere, title: "Top", help: "go to the top"),
        KeyBinding(
            keys: [.character("G"), .end], action: .bottom, places: everywhere, title: "Bottom",
            help: "go to the bottom"),
        KeyBinding(
            keys: [.character("e")], action: .nextProblem, places: [.board, .detail], title: "NextBad",
            help: "go to the next server with a problem", footer: 3),
        KeyBinding(
            keys: [.character("E")], action: .previousProblem, places: [.board, .detail], title: "PrevBad",
            help: "go to the previous server with a problem"),
        KeyBinding(
            keys: [.enter], action: .open, places: [.board], title: "Open",
            help: "open the server: its layers, times, certificate and what to do", footer: 2),
        KeyBinding(
            keys: [.character("J"), .character("]")], action: .nextServer, places: [.detail], title: "Next",
            help: "go to the next server", footer: 5),
        KeyBinding(
            keys: [.character("K"), .character("[")], action: .previousServer, places: [.detail], title: "Prev",
            help: "go to the previous server", footer: 6),
        KeyBinding(
            keys: [.character("x")], action: .explain, places: [.board, .detail], title: "Why",
            help: "explain this server's state and every letter of its row", footer: 4),
        KeyBinding(
            keys: [.character("/"), .function(4), .character("\\")], action: .filter, places: [.board], title: "Filter",
            help: "show only some servers, as you type", footer: 1),
        KeyBinding(
            keys: [.character("s"), .function(6)], action: .sort, places: [.board], title: "Sort",
            help: "sort by severity, name, certificate or newest change", footer: 10),
        KeyBinding(
            keys: [.character(":")], action: .command, places: [.board, .detail], title: "Code",
            help: "ask what a user's error code means, or give a command", footer: 8),
        KeyBinding(
            keys: [.character("r"), .function(5)], action: .probe, places: [.board, .detail], title: "Probe",
            help: "probe this server now", footer: 7),
        KeyBinding(
            keys: [.character("R"), .control("r")], action: .probeAll, places: [.board, .detail], title: "Probe all",
            help: "probe all servers now, within the limits"),
        KeyBinding(
            keys: [.character("w")], action: .write, places: [.board, .detail], title: "Write",
            help: "write a report of what the screen shows", footer: 9),
        KeyBinding(
            keys: [.enter], action: .open, places: [.answer], title: "Open", help: "open the server under the cursor",
            footer: 1),
        KeyBinding(
            keys: [.character("r"), .function(5)], action: .askAgain, places: [.answer], title: "Again",
            help: "ask the same of what is known now", footer: 2),
        KeyBinding(
            keys: [.character(":")], action: .command, places: [.answer], title: "Code", help: "ask for another code",
            footer: 3),
        KeyBinding(
            keys: [.character("q")], action: .back, places: everywhere, title: "Back",
            help: "one step back: close, or clear the filter; in the list, quit", footer: 11),
        KeyBinding(
            keys: [.escape], action: .close, places: everywhere, title: "Close",
            help: "one step back like q, but never quits"),
        KeyBinding(
            keys: [.character("Q")], action: .quit, places: everywhere, title: "Quit", help: "quit at once"),
        KeyBinding(
            keys: [.control("c")], action: .interrupt, places: everywhere, title: "Quit",
            help: "leave a prompt, or quit"),
        KeyBinding(
            keys: [.control("z")], action: .suspend, places: everywhere, title: "Suspend",
            help: "suspend; fg brings it back"),
        KeyBinding(
            keys: [.control("l")], action: .repaint, places: everywhere, title: "Repaint", help: "paint the screen anew"
        ),
    ]

    /// The binding of a key at a place; nil when the key does nothing there.
    static func binding(of key: Key, at place: KeyBinding.Place) -> KeyBinding? {
        lookup[place]?[key].map { bindings[$0] }
    }

    /// The bindings of the footer at a place, most needed first.
    static func footer(at place: KeyBinding.Place) -> [KeyBinding] {
        bindings.filter { $0.footer != nil && $0.places.contains(place) }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    }

    private static let lookup: [KeyBinding.Place: [Key: Int]] = {
        var lookup: [KeyBinding.Place: [Key: Int]] = [:]
        for (index, binding) in bindings.enumerated() {
            for place in binding.places {
                for key in binding.keys { lookup[place, default: [:]][key] = index }
            }
        }
        return lookup
    }()
}
