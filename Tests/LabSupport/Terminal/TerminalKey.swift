/// A key that a person presses, by tmux's name for it (tmux(1), KEY BINDINGS); a literal such as `"j"` is one too.
package struct TerminalKey: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The name that `tmux send-keys` takes.
    package let name: String

    /// Takes a name of tmux, or one character.
    package init(stringLiteral name: String) { self.name = name }

    /// Return.
    package static let enter: TerminalKey = "Enter"
    /// Esc.
    package static let escape: TerminalKey = "Escape"
    /// The tabulator.
    package static let tab: TerminalKey = "Tab"
    /// The tabulator with Shift.
    package static let backTab: TerminalKey = "BTab"
    /// The space bar.
    package static let space: TerminalKey = "Space"
    /// Erases the character before the cursor.
    package static let backspace: TerminalKey = "BSpace"
    /// Arrow up.
    package static let up: TerminalKey = "Up"
    /// Arrow down.
    package static let down: TerminalKey = "Down"
    /// Arrow left.
    package static let left: TerminalKey = "Left"
    /// Arrow right.
    package static let right: TerminalKey = "Right"
    /// Page up.
    package static let pageUp: TerminalKey = "PageUp"
    /// Page down.
    package static let pageDown: TerminalKey = "PageDown"
    /// Home.
    package static let home: TerminalKey = "Home"
    /// End.
    package static let end: TerminalKey = "End"

    /// A letter with Ctrl held.
    package static func control(_ letter: Character) -> TerminalKey { TerminalKey(stringLiteral: "C-\(letter)") }

    /// F1 to F12.
    package static func function(_ number: Int) -> TerminalKey { TerminalKey(stringLiteral: "F\(number)") }
}
