/// Everything that can be done, in the order of the help. Dispatch, footer and help read this table and nothing else.
enum ActionTable {
    /// Actions that belong together in the help.
    struct Group: Sendable {
        /// Its heading.
        let title: String
        let actions: [Action]
    }

    /// Each action once.
    static let groups: [Group] = [
        Group(title: "Moving", actions: Action.motions),
        Group(title: "Reading", actions: Action.reading),
        Group(title: "Details", actions: Action.details),
        Group(title: "What is shown", actions: Action.views),
        Group(title: "The list", actions: Action.grid),
        Group(title: "Groups", actions: Action.groups),
        Group(title: "Servers", actions: Action.servers),
        Group(title: "Marks", actions: Action.marking),
        Group(title: "Who takes care", actions: Action.attention),
        Group(title: "Copying", actions: Action.copying),
        Group(title: "Commands of your own", actions: Action.commands),
        Group(title: "The terminal", actions: Action.terminal),
        Group(title: "The program", actions: Action.program),
    ]

    /// All actions, in the same order.
    static let actions = groups.flatMap(\.actions)

    /// The action of a name; nil when there is none.
    static func action(_ id: String) -> Action? { byID[id] }

    private static let byID = Dictionary(actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
