/// Something that can be typed behind a colon and takes a text, which no key could.
///
/// What takes none is an `Action`, and can be typed by its name as well.
struct Command: Sendable {
    /// How it is called; short forms come after the name to show.
    let names: [String]
    /// What stands behind it, in capitals, for the help: `FILE`.
    let argument: String
    /// A line for the help, beginning with a verb.
    let help: String
    /// Whether a path stands behind it, which Tab completes.
    let takesPath: Bool
    /// The words that Tab offers behind it.
    let words: @Sendable (DashboardState) -> [String]
    /// Does it with what stands behind it, without blanks around; what has to be done outside comes back.
    let perform: @Sendable (inout DashboardState, String) throws(CommandMistake) -> [Effect]

    init(
        _ names: [String], _ argument: String, help: String, takesPath: Bool = false,
        words: @escaping @Sendable (DashboardState) -> [String] = { _ in [] },
        perform: @escaping @Sendable (inout DashboardState, String) throws(CommandMistake) -> [Effect]
    ) {
        self.names = names
        self.argument = argument
        self.help = help
        self.takesPath = takesPath
        self.words = words
        self.perform = perform
    }

    /// The name to show.
    var name: String { names.first ?? "" }
}

/// Why a command was not obeyed, as a sentence for the user.
struct CommandMistake: Error {
    let text: String
}
