/// Every command that takes a text, in the order of the help; beside them each action can be typed by its name.
enum CommandTable {
    /// Each command once.
    static let commands: [Command] =
        Command.questions + Command.views + Command.attention + Command.looks + Command.files

    /// The command of a name; nil when there is none.
    static func command(_ name: String) -> Command? { byName[name] }

    /// All names that can be typed at a place, in the order of the alphabet, without those of one letter.
    static func names(at place: Place) -> [String] {
        let actions = ActionTable.actions.filter { $0.places.contains(place) }.map(\.id)
        return Set(actions + commands.flatMap(\.names).filter { $0.count > 1 }).sorted()
    }

    private static let byName = Dictionary(
        commands.flatMap { command in command.names.map { ($0, command) } }, uniquingKeysWith: { first, _ in first })
}
