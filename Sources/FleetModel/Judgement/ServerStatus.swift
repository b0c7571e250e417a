/// One row of the board: a server, what was last seen of it, what that means, and since when.
package struct ServerStatus: Sendable, Hashable, Codable {
    /// The server as the fleet file describes it.
    package var server: Server
    /// The last probe; nil before the first.
    @Boxed package var snapshot: ServerSnapshot?
    /// What the last probe means.
    package var judgement: Judgement
    /// When its state became what it is; nil before the first probe.
    package var since: Instant?
    /// The state before that; nil when there was none.
    package var previous: ServerState?

    /// Creates a row; by default of a server that has not been probed.
    package init(
        server: Server, snapshot: ServerSnapshot? = nil, judgement: Judgement = .notProbed, since: Instant? = nil,
        previous: ServerState? = nil
    ) {
        self.server = server
        self.snapshot = snapshot
        self.judgement = judgement
        self.since = since
        self.previous = previous
    }

    /// Whether anything is known of it. A server that users reach only through a gateway is never probed itself: what is
    /// known of the gateway is known of it.
    package var isKnown: Bool {
        snapshot != nil || (server.path == .gateway && judgement.state != .unknown)
    }

    /// Takes a new probe and what it means.
    ///
    /// `since` moves when the state changes; a failure that its re-check confirms began with the first failed probe.
    package mutating func take(_ snapshot: ServerSnapshot, _ judgement: Judgement) {
        take(judgement, at: snapshot.ended)
        self.snapshot = snapshot
    }

    /// Takes a new judgement of what is known already, as when its gateway has changed.
    package mutating func take(_ judgement: Judgement, at now: Instant) {
        let old = self.judgement.state
        if since == nil || judgement.state != old {
            let confirmed = old == .unconfirmed && judgement.state == .down
            if !confirmed {
                previous = since == nil ? nil : old
                since = now
            }
        }
        self.judgement = judgement
    }
}

/// How many servers are in which state.
package struct StateCounts: Sendable, Hashable, Codable {
    /// Users cannot connect, and the server itself is why.
    package var down = 0
    /// Users cannot connect because a gateway is down: how many servers, by the gateway's name.
    package var behind: [String: Int] = [:]
    /// Works, with something to repair.
    package var warning = 0
    /// Not probed, unconfirmed, or the fault is on our side.
    package var unknown = 0
    /// Works, with nothing to repair.
    package var ok = 0

    /// Creates counts of nothing.
    package init() {}

    /// Counts the servers that these judgements are about.
    package init(_ judgements: some Sequence<Judgement>) {
        for judgement in judgements { add(judgement, 1) }
    }

    /// Adds `amount` to the count that a judgement belongs to.
    package mutating func add(_ judgement: Judgement, _ amount: Int) {
        switch judgement.state {
        case .down:
            guard let gateway = judgement.behind else {
                down += amount
                return
            }
            let count = behind[gateway, default: 0] + amount
            behind[gateway] = count == 0 ? nil : count
        case .warning: warning += amount
        case .unknown, .unconfirmed: unknown += amount
        case .ok: ok += amount
        }
    }

    /// All of them.
    package var total: Int { down + behind.values.reduce(0, +) + warning + unknown + ok }
}
