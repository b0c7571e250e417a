import Drawing

/// Which key does what where: the actions' own keys, those of a preset, or those that the user prefers.
package struct KeyMap: Sendable {
    private let actions: [Place: [Key: Action]]
    private let keys: [String: [Key]]

    /// The keys that the actions bring along.
    package static let standard = KeyMap(KeyPreset.standard.keys)

    /// Gives actions keys, by their names; one that is not named has none. Where two want the same key at the same
    /// place, the first of the table has it.
    init(_ keys: [String: [Key]]) {
        self.keys = keys
        var actions: [Place: [Key: Action]] = [:]
        for action in ActionTable.actions.reversed() {
            for place in action.places {
                for key in keys[action.id] ?? [] { actions[place, default: [:]][key] = action }
            }
        }
        self.actions = actions
    }

    /// What a key does at a place; nil when it does nothing there.
    func action(of key: Key, at place: Place) -> Action? { actions[place]?[key] }

    /// The other places at which a key does something, in the order of the places.
    func places(of key: Key) -> [Place] { Place.allCases.filter { actions[$0]?[key] != nil } }

    /// The keys of an action, in the order of the table or of the user's file; none when it has none.
    func keys(of action: Action) -> [Key] { keys[action.id] ?? [] }

    /// The key that the footer names: a plain one where there is one, since not every terminal passes on function keys
    /// and not every keyboard has them; nil when there is no key. Every keyboard has Tab, and many have no bracket.
    func shortestKey(of action: Action) -> Key? {
        let keys = keys(of: action)
        return keys.first { $0.isCharacter || $0 == .tab || $0 == .backTab } ?? keys.first
    }

    /// The key to name in a sentence about an action; nil when it has none, or is not an action.
    func name(of action: String) -> String? {
        ActionTable.action(action).flatMap { shortestKey(of: $0) }?.name
    }

    /// The actions of the footer at a place, most needed first; those without a key are not there.
    func footer(at place: Place) -> [Action] {
        ActionTable.actions.filter { $0.footer != nil && $0.places.contains(place) && !keys(of: $0).isEmpty }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    }
}

extension Key {
    /// Whether it is a character, and not a key with a name.
    fileprivate var isCharacter: Bool {
        switch self {
        case .character: true
        case .control, .function, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
            .right, .pageUp, .pageDown, .home, .end:
            false
        }
    }
}
