/// Where the keys of a person go to.
enum Place: String, Sendable, CaseIterable {
    /// The list of the view in front.
    case board
    /// The details of one server.
    case detail
    /// The page of a code.
    case answer
    /// An explanation on top of everything else.
    case overlay
    /// The help.
    case help

    /// The place in the help's headings.
    var title: String {
        switch self {
        case .board: "in the list of servers"
        case .detail: "in the details of a server"
        case .answer: "on the page of a code"
        case .overlay: "in explanations"
        case .help: "in the help"
        }
    }
}

extension Place {
    /// Several places as they stand in a sentence; empty for none.
    static func words(_ places: [Place]) -> String {
        guard let last = places.last?.title else { return "" }
        let others = places.dropLast().map(\.title)
        return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
    }
}

extension Set<Place> {
    /// All places.
    static let everywhere = Set(Place.allCases)
}
