import FleetModel

/// The names that the grid shows: without the domain where that leaves no two servers alike.
enum DisplayNames {
    /// One name for each server, in the same order.
    static func of(_ servers: [Server]) -> [String] {
        let short = servers.map(shortened)
        var uses: [String: Int] = [:]
        for name in short { uses[name, default: 0] += 1 }
        return zip(servers, short).map { server, name in uses[name] == 1 ? name : server.displayName }
    }

    private static func shortened(_ server: Server) -> String {
        guard IPAddress(server.name) == nil, let label = server.name.split(separator: ".").first else {
            return server.displayName
        }
        return server.port == Server.defaultPort ? String(label) : "\(label):\(server.port)"
    }
}
