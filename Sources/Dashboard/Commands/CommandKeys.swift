import Drawing
package import FleetModel

/// The keys of the user's own commands in their menu.
package enum CommandKeys {
    /// What leaves or suspends any menu, and so cannot run a command in it.
    private static let taken: [(action: String, key: Key)] = [
        ("close", .escape), ("interrupt", .control("c")), ("suspend", .control("z")),
    ]

    /// What is wrong with the keys that a configuration gives to commands: names of none, two commands on one, and those
    /// that do something else wherever they are pressed.
    @Sendable package static func mistakes(in configuration: ProgramConfiguration) -> [ConfigurationMistake] {
        var owners: [Key: String] = [:]
        return configuration.commands.compactMap { command in
            guard let text = command.key else { return nil }
            guard let key = Key(name: text.value) else { return text.mistake(KeyMap.noKey(text)) }
            if let other = KeyMap.sameKeys[key] {
                return text.mistake("a terminal cannot tell \(key.name) from \(other.name); write \(other.name)")
            }
            if let action = taken.first(where: { $0.key == key })?.action {
                return text.mistake("\(key.name) is the key of \(action) in every menu and cannot run a command")
            }
            let name = CleanText.clean(command.name.value, limit: 40)
            guard let owner = owners[key] else {
                owners[key] = name
                return nil
            }
            return text.mistake("\(key.name) is also the key of \(owner); give one of them another key")
        }
    }

    /// The commands with a key for each: its own, or the next letter that is free; without one where none is left.
    static func keyed(
        _ commands: [ProgramConfiguration.UserCommand]
    ) -> [(key: Key, command: ProgramConfiguration.UserCommand)] {
        let own = commands.map { $0.key.flatMap { Key(name: $0.value) } }
        var free = "abcdefghijklmnopqrstuvwxyz0123456789".map { Key.character($0) }.filter { !own.contains($0) }[...]
        return zip(own, commands).compactMap { own, command in (own ?? free.popFirst()).map { ($0, command) } }
    }
}
