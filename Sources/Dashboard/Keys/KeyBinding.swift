import Drawing

/// What some keys mean in some places.
struct KeyBinding: Sendable {
    /// Where the keys of a person go to.
    enum Place: String, Sendable, CaseIterable {
        /// The grid.
        case board
        /// The details of one server.
        case detail
        /// The page of a code.
        case answer
        /// The help or the explanation on top of everything else.
        case overlay

        /// The place in the help's headings.
        var title: String {
            switch self {
            case .board: "in the list of servers"
            case .detail: "in the details of a server"
            case .answer: "on the page of a code"
            case .overlay: "in help and explanations"
            }
        }
    }

    /// The first is the one that footer and help name first.
    var keys: [Key]
    /// What they do.
    var action: Action
    /// Where they do it.
    var places: Set<Place>
    /// One word for the footer.
    var title: String
    /// A line for the help.
    var help: String
    /// Its place in the footer, smallest first; nil when it is not there.
    var footer: Int? = nil
}
