import FleetModel

/// What is known by now while the screen stands still: probing goes on, and what it finds waits here.
struct Backstage: Sendable {
    /// The time by now; the screen keeps the time at which it was stopped.
    var now: Instant
    var rows: Rows
    var gateways: [Gateway.ID: GatewayStatus]
    var causes: [SharedCause]
    var ourSide: String?
    var updated: Instant?
    /// The servers that are not as the screen shows them.
    private(set) var changed: Set<Rows.Index> = []

    /// What is known when the screen is stopped, which is what it shows.
    init(_ state: DashboardState) {
        now = state.now
        rows = state.rows
        gateways = state.gateways
        causes = state.causes
        ourSide = state.ourSide
        updated = state.updated
    }

    /// Takes what is new of servers.
    ///
    /// - Parameters:
    ///   - changes: What is known of them now.
    ///   - shown: The rows on the screen.
    /// - Returns: Those of which it ended an acknowledgement or a mute.
    mutating func take(_ changes: [ServerStatus], before shown: Rows) -> [Rows.Index] {
        let ended = rows.take(changes, now: now)
        updated = changes.compactMap { $0.snapshot?.ended }.max().map { max($0, updated ?? $0) } ?? updated
        for status in changes {
            guard let index = rows.index(of: status.server.id) else { continue }
            if Self.looksTheSame(shown[index].judgement, status.judgement) {
                changed.remove(index)
            } else {
                changed.insert(index)
            }
        }
        return ended
    }

    /// Whether a row says the same, but for its times.
    private static func looksTheSame(_ left: Judgement, _ right: Judgement) -> Bool {
        left.state == right.state && left.behind == right.behind && left.cells == right.cells
            && left.headline?.medium == right.headline?.medium
    }
}

extension DashboardState {
    /// The time by now, also while the screen stands still.
    var clock: Instant { backstage?.now ?? now }

    /// The rows as they are by now, also while the screen stands still.
    var liveRows: Rows { backstage?.rows ?? rows }

    /// Stops the screen, or lets it go on with what is known by now; the cursor stays on its server.
    mutating func toggleFreeze() {
        guard var live = backstage else {
            backstage = Backstage(self)
            return
        }
        backstage = nil
        now = live.now
        live.rows.adopt(from: rows, now: now)
        rows = live.rows
        gateways = live.gateways
        causes = live.causes
        ourSide = live.ourSide
        updated = live.updated
        follow()
    }
}
