/// The views, by the names that configuration and saved state have for them.
enum ViewID: String, Sendable, Hashable, Codable, CaseIterable {
    case problems, all, gateways, sites
}
