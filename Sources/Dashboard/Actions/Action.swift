import Drawing

/// Something that a key, a command or a line of the help can do.
struct Action: Sendable {
    /// The name by which the configuration, the command line and the documentation know it: `next-problem`.
    let id: String
    /// The keys that do it unless the user has others in mind; footer and help name the first one first.
    let keys: [Key]
    /// Where they do it.
    let places: Set<Place>
    /// One word for the footer.
    let title: String
    /// A line for the help, beginning with a verb.
    let help: String
    /// The same on this board; nil where the help leaves it out, as it cannot be done until the configuration is another one.
    let helpHere: @Sendable (DashboardState) -> String?
    /// Its place in the footer, smallest first; nil when it is not there.
    let footer: Int?
    /// Why it cannot be done now, as a sentence for the user; nil when it can.
    let obstacle: @Sendable (DashboardState) -> String?
    /// Does it; what has to be done outside comes back.
    let perform: @Sendable (inout DashboardState) -> [Effect]

    init(
        _ id: String, _ keys: [Key], at places: Set<Place>, title: String, help: String,
        helpHere: (@Sendable (DashboardState) -> String?)? = nil, footer: Int? = nil,
        unless obstacle: @escaping @Sendable (DashboardState) -> String? = { _ in nil },
        perform: @escaping @Sendable (inout DashboardState) -> [Effect]
    ) {
        self.id = id
        self.keys = keys
        self.places = places
        self.title = title
        self.help = help
        self.helpHere = helpHere ?? { _ in help }
        self.footer = footer
        self.obstacle = obstacle
        self.perform = perform
    }
}
