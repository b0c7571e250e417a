import Drawing

/// A set of keys for people who come from somewhere: what differs from the keys that the actions bring along.
struct KeyPreset: Sendable {
    /// A key that does something else than by itself.
    struct Change: Sendable {
        let key: Key
        /// The action's name.
        let action: String

        init(_ key: Key, _ action: String) {
            self.key = key
            self.action = action
        }
    }

    /// Its name in the configuration.
    let name: String
    /// For whom it is, in a few words.
    let summary: String
    /// What differs; the key is taken from whatever has it at a place of the action.
    let changes: [Change]

    /// The keys of each action, by its name.
    var keys: [String: [Key]] {
        var keys = Dictionary(uniqueKeysWithValues: ActionTable.actions.map { ($0.id, $0.keys) })
        for change in changes {
            guard let action = ActionTable.action(change.action) else { continue }
            for other in ActionTable.actions where !other.places.isDisjoint(with: action.places) {
                keys[other.id]?.removeAll { $0 == change.key }
            }
            keys[action.id]?.append(change.key)
        }
        return keys
    }
}

/// All presets, the one that is in force without a configuration first.
enum KeyPresetTable {
    /// Each preset once.
    static let presets: [KeyPreset] = [.standard, .htop, .vim]

    /// A preset by its name; nil when there is none.
    static subscript(name: String) -> KeyPreset? { presets.first { $0.name == name } }
}

extension KeyPreset {
    /// What the actions bring along.
    static let standard = KeyPreset(
        name: "default", summary: "vim's and less's movements, letters for the rest", changes: [])

    /// h is help, F5 groups as it makes a tree there, F10 quits; F3, Shift-F3, F4, F6 and \ mean the same by default.
    static let htop = KeyPreset(
        name: "htop", summary: "h helps, F5 groups, F10 quits",
        changes: [
            Change(.character("h"), "help"), Change(.function(5), "group"), Change(.function(10), "quit"),
        ])

    /// Scrolling by a line, opening with o, and the way back of the jump list; h and l move as they do by default.
    static let vim = KeyPreset(
        name: "vim", summary: "Ctrl-E and Ctrl-Y scroll, o opens, Ctrl-O goes back",
        changes: [
            Change(.control("e"), "down"), Change(.control("y"), "up"), Change(.character("o"), "open"),
            Change(.character("o"), "open-listed"), Change(.control("o"), "back"),
        ])
}
