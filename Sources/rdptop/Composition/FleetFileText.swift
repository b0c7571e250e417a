import FleetModel

/// A fleet as a fleet file, for a simulated fleet that other processes are to probe.
enum FleetFileText {
    /// Names, ports, sites, resolvers and authorities, and for each server one more tag.
    static func text(of fleet: Fleet, tag: (Server) -> String?) -> String {
        var lines = ["resolvers: [\(fleet.resolvers.map { "\"\($0)\"" }.joined(separator: ", "))]", "hosts:"]
        for server in fleet.servers {
            var fields = ["name: \(server.name)", "port: \(server.port)"]
            let tags = server.tags + [tag(server)].compactMap { $0 }
            fields.append("tags: [\(tags.map { "\"\($0)\"" }.joined(separator: ", "))]")
            if let site = server.site { fields.append("site: \"\(site)\"") }
            if let address = server.address { fields.append("address: \"\(address)\"") }
            fields.append("interval: \(server.policy.interval.wholeSeconds)s")
            if !server.policy.authorities.isEmpty {
                fields.append("ca: [\(server.policy.authorities.map { "\"\($0)\"" }.joined(separator: ", "))]")
            }
            lines.append("  - {\(fields.joined(separator: ", "))}")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
