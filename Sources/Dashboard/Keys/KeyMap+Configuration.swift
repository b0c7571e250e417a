import Drawing
package import FleetModel

extension KeyMap {
    /// The keys that a configuration asks for, and what in it cannot be meant.
    ///
    /// The user's keys of an action take the place of all that it had. Two actions on one key at one place are a mistake,
    /// whoever put them there: a key that silently does something else than the help says is worse than a message.
    /// - Parameter configuration: Its preset and its bindings.
    /// - Returns: The map without what is mistaken, and all the mistakes; the map is to be used when there are none.
    package static func wanted(
        by configuration: ProgramConfiguration
    ) -> (keys: KeyMap, mistakes: [ConfigurationMistake]) {
        var wishes = KeyWishes(preset: configuration.preset)
        for assignment in configuration.keys { wishes.take(assignment) }
        wishes.checkClashes()
        wishes.checkWayOut()
        return (KeyMap(wishes.keys), wishes.mistakes)
    }

    /// What a terminal cannot tell from another key, and that key.
    static let sameKeys: [Key: Key] = [
        .control("i"): .tab, .control("m"): .enter, .control("h"): .backspace, .control("j"): .enter,
    ]

    /// What to say of a text that names no key.
    static func noKey(_ text: ProgramConfiguration.Marked<String>) -> String {
        "\(text.quoted) is not a key; keys are written a, Z, ?, é, Space, Enter, F5, Ctrl-R, PgDn"
    }
}

/// The keys as the user wants them, while they are being read.
private struct KeyWishes {
    private(set) var keys: [String: [Key]]
    private(set) var mistakes: [ConfigurationMistake] = []
    /// Where the file says what of the actions that it names.
    private var assignments: [String: ProgramConfiguration.KeyAssignment] = [:]
    /// Where the file says of an action that it has a key.
    private var places: [String: [Key: ProgramConfiguration.Marked<String>]] = [:]

    /// What always leaves, whatever a file says.
    private static let interrupt = (action: "interrupt", key: Key.control("c"))

    init(preset name: ProgramConfiguration.Marked<String>?) {
        let preset = name.map { KeyPresetTable[$0.value] } ?? .standard
        if let name, preset == nil {
            mistakes.append(name.unknown("a preset of keys", known: KeyPresetTable.presets.map(\.name)))
        }
        keys = (preset ?? .standard).keys
    }

    /// Gives an action the keys of the file.
    mutating func take(_ assignment: ProgramConfiguration.KeyAssignment) {
        let name = assignment.action
        guard let action = ActionTable.action(name.value) else {
            return mistakes.append(name.unknown("an action", known: ActionTable.actions.map(\.id)))
        }
        var taken: [Key] = []
        for text in assignment.keys {
            guard let key = key(text, for: action) else { continue }
            guard !taken.contains(key) else {
                mistakes.append(text.mistake("\(action.id) has the key \(key.name) twice"))
                continue
            }
            taken.append(key)
            places[action.id, default: [:]][key] = text
        }
        if action.id == Self.interrupt.action {
            guard !assignment.keys.isEmpty else {
                return mistakes.append(name.mistake("Ctrl-C always leaves and cannot be taken away"))
            }
            if !taken.contains(Self.interrupt.key) { taken.append(Self.interrupt.key) }
        }
        assignments[action.id] = assignment
        keys[action.id] = taken
    }

    private mutating func key(_ text: ProgramConfiguration.Marked<String>, for action: Action) -> Key? {
        guard let key = Key(name: text.value) else {
            mistakes.append(text.mistake(KeyMap.noKey(text)))
            return nil
        }
        if let other = KeyMap.sameKeys[key] {
            mistakes.append(text.mistake("a terminal cannot tell \(key.name) from \(other.name); write \(other.name)"))
            return nil
        }
        guard key != Self.interrupt.key || action.id == Self.interrupt.action else {
            mistakes.append(text.mistake("Ctrl-C always leaves and cannot do anything else"))
            return nil
        }
        return key
    }

    // MARK: The whole

    /// One mistake for each key that two actions have at one place, where the file says so last.
    mutating func checkClashes() {
        let actions = ActionTable.actions
        for (index, first) in actions.enumerated() {
            for second in actions[..<index] where !first.places.isDisjoint(with: second.places) {
                for key in keys[first.id] ?? [] where keys[second.id]?.contains(key) == true {
                    refuseClash(of: first, and: second, key)
                }
            }
        }
    }

    private mutating func refuseClash(of first: Action, and second: Action, _ key: Key) {
        let written = [first, second].compactMap { action in
            places[action.id]?[key].map { (action: action, text: $0) }
        }
        let ordered = written.sorted { ($0.text.line, $0.text.column) < ($1.text.line, $1.text.column) }
        // With neither in the file the table itself is at fault, which a test sees.
        guard let last = ordered.last else { return }
        let other = last.action.id == first.id ? second : first
        let place = Place.allCases.first { first.places.contains($0) && second.places.contains($0) }
        mistakes.append(
            last.text.mistake(
                "\(key.name) is also the key of \(other.id)\(place.map { " " + $0.title } ?? ""); "
                    + "give one of them another key, such as \(other.id): []"))
    }

    /// A board that cannot be left, or a page that cannot be closed, would be a trap.
    mutating func checkWayOut() {
        for (actions, sentence) in [
            (["back", "quit"], "nothing but Ctrl-C would quit; leave a key to back or to quit"),
            (["back", "close"], "nothing would close what is open; leave a key to back or to close"),
        ] where actions.allSatisfy({ keys[$0]?.isEmpty != false }) {
            let names = actions.compactMap { assignments[$0]?.action }
            guard let last = names.max(by: { ($0.line, $0.column) < ($1.line, $1.column) }) else { continue }
            mistakes.append(last.mistake(sentence))
        }
    }
}
