/// One page of the details of a server: its name, and what stands on it.
struct DetailTab: Sendable {
    let id: DetailTabID
    /// On the line of tabs.
    let title: String
    /// The same where the line is narrow.
    let shortTitle: String
    /// From top to bottom; those with nothing to say are not there.
    let sections: [any DetailSection]
}

/// The tabs, by the names that saved state may have for them.
enum DetailTabID: String, Sendable, Hashable, Codable, CaseIterable {
    case overview, layers, certificate, negotiation, history, remedy
}
