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
    /// A certificate, by its SHA-256.
    case certificate(String)
    /// Something that happened, by its number in the timeline, and the server or the gateway that it happened to.
    case event(Int, server: Rows.Index?, gateway: Gateway.ID? = nil)
    /// Events that are one story, by the number of the first.
    case eventFold(Int)

    /// The server that the line is about; nil when it is about something else, or about several.
    var server: Rows.Index? {
        switch self {
        case .server(let index): index
        case .event(_, let server, _): server
        case .gateway, .group, .site, .certificate, .eventFold: nil
        }
    }

    /// The gateway that the line is about; nil when it is about something else.
    var gateway: Gateway.ID? {
        switch self {
        case .gateway(let id): id
        case .event(_, _, let gateway): gateway
        case .server, .group, .site, .certificate, .eventFold: nil
        }
    }

    /// Whether the line is about one server or gateway, of which there are details.
    var hasDetails: Bool { server != nil || gateway != nil }
}
