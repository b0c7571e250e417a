import FleetModel

/// What goes on while the screen stands still: probing does, and what it finds waits here.
struct Backstage: Sendable {
    /// What is known by now.
    fileprivate(set) var known: Known
    /// The servers that are not as the screen shows them.
    private(set) var changed: Set<Rows.Index> = []

    /// What is known when the screen is stopped, which is what it shows.
    fileprivate init(_ shown: Known) { known = shown }

    /// Notes which servers are not as the screen shows them any more, or are so again.
    mutating func compare(_ changes: [ServerStatus], with shown: Rows) {
        for status in changes {
            guard let index = shown.index(of: status.server.id) else { continue }
            if Self.looksTheSame(shown[index].judgement, status.judgement) {
                changed.remove(index)
            } else {
                changed.insert(index)
            }
        }
    }

    fileprivate mutating func change<Result>(_ body: (inout Known) -> Result) -> Result { body(&known) }

    /// Whether a row says the same, but for its times.
    private static func looksTheSame(_ left: Judgement, _ right: Judgement) -> Bool {
        left.state == right.state && left.behind == right.behind && left.cells == right.cells
            && left.headline?.medium == right.headline?.medium
    }
}

extension DashboardState {
    /// The time by now, also while the screen stands still.
    var clock: Instant { backstage?.known.now ?? shown.now }

    /// The rows as they are by now, also while the screen stands still.
    var liveRows: Rows { backstage?.known.rows ?? shown.rows }

    /// Changes what is known by now: what the screen shows, or what waits behind it while it stands still.
    mutating func learn<Result>(_ body: (inout Known) -> Result) -> Result {
        // In place: a copy would cost a copy of every row.
        if let result = backstage?.change(body) { return result }
        return body(&shown)
    }

    /// Stops the screen, or lets it go on with what is known by now; the cursor stays on its server.
    mutating func toggleFreeze() {
        guard var known = backstage?.known else {
            backstage = Backstage(shown)
            return
        }
        backstage = nil
        known.rows.adopt(from: rows, now: known.now)
        shown = known
        follow()
    }
}
