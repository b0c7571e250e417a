import FleetModel

/// The two servers whose facts stand beside each other, and how they were chosen.
struct ComparedServers: Sendable, Equatable {
    let left: Rows.Index
    let right: Rows.Index
    /// Why these two: `the two marked servers`.
    let why: String
}

extension DashboardState {
    /// Compares the two marked servers, or the server under the cursor with the healthy one that is most like it.
    mutating func openComparison() {
        guard let servers = serversToCompare else { return say("no other server is ok: nothing to compare with") }
        hasMoved = true
        compared = servers
        openOverlay(.compare)
    }

    private var serversToCompare: ComparedServers? {
        let marked = isDetailOpen ? [] : markedServers
        if marked.count == 2 {
            return ComparedServers(left: marked[0], right: marked[1], why: "the two marked servers")
        }
        guard let selected, let peer = HealthyPeer(of: selected, in: rows) else { return nil }
        let traits = peer.shared.isEmpty ? "the first that is ok" : peer.shared.joined(separator: ", ")
        let instead = marked.isEmpty ? "" : "; marks on exactly two servers compare those"
        return ComparedServers(
            left: selected, right: peer.row, why: "\(rows.displayName(peer.row)) is ok: \(traits)\(instead)")
    }
}
