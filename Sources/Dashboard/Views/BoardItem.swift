import FleetModel

/// What a line of a view is about, whatever line it stands on now: the cursor stays on it when others come and go.
enum BoardItem: Sendable, Hashable {
    /// A server, by its place in the fleet.
    case server(Rows.Index)
    /// An RD Gateway.
    case gateway(Gateway.ID)
    /// The heading of servers that belong together, which folds and unfolds them.
    case group(GroupID)
    /// The servers of a site, tag, gateway or owner, counted layer by layer.
    case site(GroupID)
}
