import FleetModel

/// What a line or a group is called where it is kept: `server:ts01.corp.example:3389`, `group:site:Frankfurt`.
///
/// Only what is the same in the next run has a name: a cause or an event has none.
enum KeptName {
    /// The name of a line; nil when it has none.
    static func of(_ item: BoardItem, in rows: Rows) -> String? {
        switch item {
        case .server(let index): "server:\(rows[index].server.id.text)"
        case .gateway(let id): "gateway:\(id)"
        case .group(let id): name(of: id).map { "group:\($0)" }
        case .site(let id): name(of: id).map { "part:\($0)" }
        case .certificate(let fingerprint): "certificate:\(fingerprint)"
        case .event, .eventFold: nil
        }
    }

    /// The line of a name; nil when there is none any more.
    static func item(_ name: String, in rows: Rows) -> BoardItem? {
        let (kind, rest) = split(name)
        guard let rest else { return nil }
        switch kind {
        case "server": return rows.index(ofText: rest).map { .server($0) }
        case "gateway": return .gateway(rest)
        case "group": return group(rest).map { .group($0) }
        case "part": return group(rest).map { .site($0) }
        case "certificate": return .certificate(rest)
        default: return nil
        }
    }

    private static func name(of group: GroupID) -> String? {
        switch group {
        case .behind(let gateway): "behind:\(gateway)"
        case .site(let site): joined("site", site)
        case .tag(let tag): joined("tag", tag)
        case .gateway(let gateway): joined("gateway", gateway)
        case .owner(let owner): joined("owner", owner)
        case .state(let state): "state:\(state.rawValue)"
        case .stale: "stale"
        case .cause, .verdict: nil
        }
    }

    private static func group(_ name: String) -> GroupID? {
        let (kind, rest) = split(name)
        switch kind {
        case "behind": return rest.map { .behind($0) }
        case "site": return .site(rest)
        case "tag": return .tag(rest)
        case "gateway": return .gateway(rest)
        case "owner": return .owner(rest)
        case "state": return rest.flatMap(ServerState.init).map { .state($0) }
        case "stale": return .stale
        default: return nil
        }
    }

    /// Servers without a site are a group, too: its name is the kind alone.
    private static func joined(_ kind: String, _ value: String?) -> String { value.map { "\(kind):\($0)" } ?? kind }

    /// A value may have colons of its own.
    private static func split(_ name: String) -> (kind: String, rest: String?) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
    }
}
