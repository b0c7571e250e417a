import Drawing
import FleetModel

/// What the fleet file says of the server.
struct InventorySection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let server = subject.status.server
        var lines: [Line] = []
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

extension AccessPath {
    fileprivate var words: String {
        switch self {
        case .direct: "directly"
        case .gateway: "through the gateway only"
        case .both: "directly and through the gateway"
        }
    }
}
