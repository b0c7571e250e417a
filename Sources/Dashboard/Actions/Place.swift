/// Where the keys of a person go to.
enum Place: String, Sendable, CaseIterable {
    /// The list of the view in front.
    case board
    /// The newest events below the list.
    case events
    /// The details of one server.
    case detail
    /// The page of a code.
    case answer
    /// An explanation on top of everything else.
    case overlay
    /// The help.
    case help
    /// The choice of columns.
    case columns

    /// The place in the help's headings.
    var title: String {
        switch self {
        case .board: "in the list of servers"
        case .events: "in the events below the list"
        case .detail: "in the details of a server"
        case .answer: "on the page of a code"
        case .overlay: "in explanations"
        case .help: "in the help"
        case .columns: "in the choice of columns"
        }
    }
}

extension Place {
    /// Several places as they stand in a sentence; empty for none.
    static func words(_ places: [Place]) -> String { words(places.map(\.title)) }

    /// The same for a line that must not be cut: `in the list, the details and the choice of columns`.
    static func shortWords(_ places: [Place]) -> String { "in " + words(places.map(\.shortTitle)) }

    private static func words(_ titles: [String]) -> String {
        guard let last = titles.last else { return "" }
        let others = titles.dropLast()
        return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
    }

    private var shortTitle: String {
        switch self {
        case .board: "the list"
        case .events: "the events"
        case .detail: "the details"
        case .answer: "the page of a code"
        case .overlay: "explanations"
        case .help: "the help"
        case .columns: "the choice of columns"
        }
    }
}

extension Set<Place> {
    /// All places.
    static let everywhere = Set(Place.allCases)
}
