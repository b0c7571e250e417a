/// An RD Gateway, what was last seen of it, what that means, and since when.
package struct GatewayStatus: Sendable, Hashable, Codable {
    /// The gateway as the fleet file describes it.
    package var gateway: Gateway
    /// The last probe; nil before the first.
    package var snapshot: GatewaySnapshot?
    /// What the last probe means; its cells are those of ``GatewaySnapshot/outcome(of:)``.
    package var judgement: Judgement
    /// When its state became what it is; nil before the first probe.
    package var since: Instant?
    /// The state before that; nil when there was none.
    package var previous: ServerState?

    /// Creates a row; by default of a gateway that has not been probed.
    package init(
        gateway: Gateway, snapshot: GatewaySnapshot? = nil, judgement: Judgement = .notProbed,
        since: Instant? = nil, previous: ServerState? = nil
    ) {
        self.gateway = gateway
        self.snapshot = snapshot
        self.judgement = judgement
        self.since = since
        self.previous = previous
    }

    /// Takes a new probe and what it means; `since` moves as a server's does.
    package mutating func take(_ snapshot: GatewaySnapshot, _ judgement: Judgement) {
        let old = self.judgement.state
        if since == nil || judgement.state != old {
            if !(old == .unconfirmed && judgement.state == .down) {
                previous = since == nil ? nil : old
                since = snapshot.ended
            }
        }
        self.snapshot = snapshot
        self.judgement = judgement
    }
}
