import FleetModel

/// All lines of a view, and what its headings say.
struct BoardLines: Sendable {
    /// In the order of the screen.
    var items: [BoardItem] = []
    /// The headings among them, and those of the servers that they hold.
    var groups: [GroupID: BoardGroup] = [:]
    /// How far the servers of a line come up the ladder; only in a view that counts them.
    var layers: [GroupID: LayerCounts] = [:]
    /// The rows that stand below a heading, by their places in the fleet; empty when none does.
    var belowHeadings: [Bool] = []

    /// Counts the servers of every heading anew, and leaves all lines where they are.
    mutating func recount(_ traits: RowTraits) {
        for (id, group) in groups {
            groups[id] = BoardGroup(group.members, traits, isOpen: group.isOpen)
            if layers[id] != nil { layers[id] = LayerCounts(group.members.lazy.map { traits[$0] }) }
        }
    }

    /// Whether a row stands below a heading.
    func isBelowHeading(_ index: Rows.Index) -> Bool { belowHeadings.indices.contains(index) && belowHeadings[index] }
}

/// Servers under one heading.
struct BoardGroup: Sendable, Equatable {
    /// In the order of the screen; never empty.
    var members: [Rows.Index]
    /// How many are in which state.
    var counts = GroupCounts()
    /// When the first of them became what it is, in seconds since 1970; nil when that is not known of any.
    var since: Int64?
    /// Whether they stand below the heading.
    var isOpen: Bool
}

/// How many servers of a group are in which state; those behind a gateway are down like the others, and those that are
/// muted count only as that.
struct GroupCounts: Sendable, Equatable {
    var down = 0
    var unconfirmed = 0
    var warning = 0
    var unknown = 0
    var ok = 0
    var muted = 0
    /// Those of them that somebody knows of; they count under their state, too.
    var acknowledged = 0

    /// Counts one more.
    mutating func add(_ row: RowTraits.Row) {
        guard !row.isMuted else {
            muted += 1
            return
        }
        if row.isAcknowledged { acknowledged += 1 }
        switch row.state {
        case .down: down += 1
        case .unconfirmed: unconfirmed += 1
        case .warning: warning += 1
        case .unknown: unknown += 1
        case .ok: ok += 1
        }
    }

    /// How many are in a state.
    subscript(state: ServerState) -> Int {
        switch state {
        case .down: down
        case .unconfirmed: unconfirmed
        case .warning: warning
        case .unknown: unknown
        case .ok: ok
        }
    }

    /// The worst state that any is in.
    var worst: ServerState { ServerState.allCases.first { self[$0] > 0 } ?? .ok }
}

/// At how many servers each layer failed, at how many it has a warning, and at how many it was tried.
struct LayerCounts: Sendable, Equatable {
    private var failed = Array(repeating: 0, count: Layer.allCases.count)
    private var warned = Array(repeating: 0, count: Layer.allCases.count)
    private var tried = Array(repeating: 0, count: Layer.allCases.count)

    /// Counts rows; what is wrong with one that is muted counts for nothing.
    init(_ rows: some Sequence<RowTraits.Row>) {
        for row in rows where !row.isMuted {
            for place in failed.indices {
                failed[place] += Int(row.failed.rawValue >> UInt16(place) & 1)
                warned[place] += Int(row.warned.rawValue >> UInt16(place) & 1)
                tried[place] += Int(row.tried.rawValue >> UInt16(place) & 1)
            }
        }
    }

    /// The counts of a layer.
    subscript(layer: Layer) -> (failed: Int, warned: Int, tried: Int) {
        (failed[layer.index], warned[layer.index], tried[layer.index])
    }
}
