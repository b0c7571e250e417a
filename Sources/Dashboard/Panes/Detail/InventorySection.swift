import Drawing
import FleetModel

/// Where the server is, and what the fleet file says of it.
struct InventorySection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let server = subject.status.server
        var lines: [Line] = []
        // A gateway stands here as a row, and its port is not a server's.
        if subject.isGateway, let gateway = subject.gateway?.gateway {
            lines += subject.field("host", "\(gateway.host), port \(gateway.port)")
        } else if let address = subject.status.address {
            lines += subject.field("address", address)
        }
        if let site = server.site { lines += subject.field("site", site) }
        if let owner = server.owner { lines += subject.field("owner", owner) }
        if !server.tags.isEmpty { lines += subject.field("tags", server.tags.joined(separator: " ")) }
        if let runbook = server.runbook { lines += subject.field("runbook", runbook) }
        if !subject.isGateway {
            if let gateway = server.gateway { lines += subject.field("gateway", gateway) }
            lines += subject.field("users come", server.path.words)
        }
        let interval = server.policy.interval.compact
        return lines
            + subject.field("interval", "every \(interval), gives up after \(server.policy.timeout.compact)", .dim)
    }
}

extension ServerStatus {
    /// Where it was reached, or else looked for: `10.20.4.14, port 3389`; nil when that is not known.
    var address: String? {
        let peer = snapshot?.tcp?.facts?.peer ?? snapshot?.tcp?.facts?.attempts.last?.peer
        let address = peer?.address ?? snapshot?.dns?.facts?.addresses.first ?? server.address
        return address.map { "\($0), port \(server.port)" }
    }
}

extension AccessPath {
    /// How users come, in a few words.
    var words: String {
        switch self {
        case .direct: "directly"
        case .gateway: "through the gateway only"
        case .both: "directly and through the gateway"
        }
    }
}
