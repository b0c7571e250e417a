/// A key press, as a terminal can tell it.
package enum Key: Hashable, Sendable {
    /// A character that shows something, the blank included.
    case character(Character)
    /// Ctrl with a lower-case letter, a blank, or one of `\ ] ^ _`.
    case control(Character)
    /// A function key, counted from 1; to a terminal, F13 to F24 are F1 to F12 with Shift.
    case function(Int)
    /// Enter or Return, on the keypad too.
    case enter
    /// Esc alone.
    case escape
    /// The tabulator.
    case tab
    /// The tabulator with Shift.
    case backTab
    /// Deletes to the left; Ctrl-H is the same to a terminal.
    case backspace
    /// Deletes to the right.
    case delete
    /// The insert key.
    case insert
    /// The arrow up.
    case up
    /// The arrow down.
    case down
    /// The arrow to the left.
    case left
    /// The arrow to the right.
    case right
    /// One page up.
    case pageUp
    /// One page down.
    case pageDown
    /// To the beginning.
    case home
    /// To the end.
    case end

    /// The name shown in footers and help: `q`, `Ctrl-C`, `PgDn`, `F5`, `Shift-F3`.
    package var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(" "): "Ctrl-Space"
        case .control(let character): "Ctrl-" + character.uppercased()
        case .function(let number): (13...24).contains(number) ? "Shift-F\(number - 12)" : "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        }
    }

    /// Reads a key's name as a configuration file has it: `q`, `/`, `ctrl-c`, `Enter`, `PgDn`, `f5`, `F15`.
    ///
    /// Case counts for single characters only. The result is nil when there is no such key.
    package init?(name: String) {
        if name.count == 1, let character = name.first {
            guard TextWidth.cells(of: name) > 0 else { return nil }
            self = .character(character)
            return
        }
        let name = name.lowercased()
        guard let key = Self.named[name] ?? Self.function(name) ?? Self.control(name) else { return nil }
        self = key
    }

    /// Every key with a fixed name, by that name and its other spellings in lower case.
    private static let named: [String: Key] = {
        let keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp,
            .pageDown, .home, .end, .character(" "), .control(" "),
        ]
        var named: [String: Key] = [
            "return": .enter, "escape": .escape, "backtab": .backTab, "delete": .delete, "insert": .insert,
            "pageup": .pageUp, "pagedown": .pageDown,
        ]
        for key in keys {
            named[key.name.lowercased()] = key
        }
        return named
    }()

    /// Terminals tell no more than 63 function keys apart.
    private static func function(_ name: String) -> Key? {
        let shift = "shift-"
        if name.hasPrefix(shift), case .function(let number)? = function(String(name.dropFirst(shift.count))) {
            return number <= 12 ? .function(number + 12) : nil
        }
        let digits = name.dropFirst()
        guard name.hasPrefix("f"), digits.allSatisfy(\.isASCII), digits.allSatisfy(\.isNumber),
            let number = Int(digits), (1...63).contains(number)
        else { return nil }
        return .function(number)
    }

    private static func control(_ name: String) -> Key? {
        for prefix in ["ctrl-", "ctrl+", "c-", "^"] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            guard rest.count == 1, let character = rest.first, character.isASCII else { continue }
            if ("a"..."z").contains(character) || "\\]^_".contains(character) { return .control(character) }
        }
        return nil
    }
}
