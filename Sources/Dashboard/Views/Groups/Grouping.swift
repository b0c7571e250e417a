/// What the servers of a view stand under.
enum Grouping: String, Sendable, Hashable, Codable, CaseIterable {
    case none, cause, site, tag, gateway, owner, state
}
