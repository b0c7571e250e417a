/// What a line of a view is about, whatever line it stands on now: the cursor stays on it when others come and go.
enum BoardItem: Sendable, Hashable {
    /// A server, by its place in the fleet.
    case server(Rows.Index)
}
