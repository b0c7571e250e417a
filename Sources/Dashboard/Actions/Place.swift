/// Where the keys of a person go to.
enum Place: String, Sendable, CaseIterable {
    /// The list of the view in front.
    case board
    /// The details of one server.
    case detail
    /// The page of a code.
    case answer
    /// The help or the explanation on top of everything else.
    case overlay
    /// The choice of columns.
    case columns

    /// The place in the help's headings.
    var title: String {
        switch self {
        case .board: "in the list of servers"
        case .detail: "in the details of a server"
        case .answer: "on the page of a code"
        case .overlay: "in help and explanations"
        case .columns: "in the choice of columns"
        }
    }
}

extension Set<Place> {
    /// All places.
    static let everywhere = Set(Place.allCases)
}
