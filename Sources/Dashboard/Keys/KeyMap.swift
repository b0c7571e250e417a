import Drawing

/// Which key does what where: the actions' own keys, or those that the user prefers.
package struct KeyMap: Sendable {
    private let actions: [Place: [Key: Action]]
    private let keys: [String: [Key]]

    /// The keys that the actions bring along.
    package static let standard = KeyMap(Dictionary(uniqueKeysWithValues: ActionTable.actions.map { ($0.id, $0.keys) }))

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

    /// The keys of an action, the one to name first first; none when it has none.
    func keys(of action: Action) -> [Key] { keys[action.id] ?? [] }

    /// The actions of the footer at a place, most needed first; those without a key are not there.
    func footer(at place: Place) -> [Action] {
        ActionTable.actions.filter { $0.footer != nil && $0.places.contains(place) && !keys(of: $0).isEmpty }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    }
}
