import CNcurses

/// The mode in which a terminal tells whether the keyboard is its own (xterm, DEC private mode 1004).
///
/// It says `CSI I` when it gets the keyboard and `CSI O` when it loses it. Many say nothing until then.
enum FocusReports {
    /// Switches them on.
    static var begin: String { isUnderstood ? "\u{1B}[?1004h" : "" }
    /// Switches them off.
    static var end: String { isUnderstood ? "\u{1B}[?1004l" : "" }

    /// Terminals that understand it, or at least pass over a mode that they do not know, as GNU screen does. tmux may call
    /// itself screen, too.
    private static let families = [
        "alacritty", "foot", "kitty", "konsole", "mintty", "screen", "st-", "tmux", "vte", "wezterm", "xterm",
    ]

    /// Whether terminfo has what the terminal says then (user_caps(5)), which older entries lack, or it is known by name.
    private static var isUnderstood: Bool {
        guard Terminfo.string("kxIN") == nil else { return true }
        let name = termname().map { String(cString: $0) } ?? ""
        return families.contains { name.hasPrefix($0) }
    }

    /// Reads a report by its last letter, which follows `CSI` at once; nil when it is none.
    static func isHeld(_ final: Unicode.Scalar) -> Bool? {
        switch final {
        case "I": true
        case "O": false
        default: nil
        }
    }

    /// Reads a report by its extended name in terminfo; nil when it is none.
    static func isHeld(named name: String) -> Bool? {
        switch name {
        case "kxIN": true
        case "kxOUT": false
        default: nil
        }
    }
}
