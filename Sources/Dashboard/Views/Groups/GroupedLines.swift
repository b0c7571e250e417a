import FleetModel

/// Puts rows under headings. A group stands where the first of its rows would, so that the order of the rows is also that
/// of the groups, and nothing is sorted again.
struct GroupedLines {
    /// The number of a group while lines are made; not what it is known by.
    typealias Key = Int

    private let state: DashboardState
    /// The rows of the view, in its order.
    private let rows: [Rows.Index]
    /// The group of each of them; nil for one that stands alone.
    private let keys: [Key?]
    /// The groups that have enough members; nil at the other keys.
    private var groups: [GroupID?]
    private var members: [[Rows.Index]]

    /// - Parameters:
    ///   - state: What is known.
    ///   - rows: The rows of the view, in its order.
    ///   - keyCount: One more than the greatest key.
    ///   - group: What a key stands for.
    ///   - key: The group of a row; nil when it stands alone.
    init(
        _ state: DashboardState, rows: [Rows.Index], keyCount: Int, group: (Key) -> GroupID,
        key: (Rows.Index) -> Key?
    ) {
        self.state = state
        self.rows = rows
        keys = rows.map(key)
        members = Array(repeating: [], count: keyCount)
        groups = Array(repeating: nil, count: keyCount)
        for (index, key) in zip(rows, keys) {
            if let key { members[key].append(index) }
        }
        for key in members.indices where !members[key].isEmpty {
            let id = group(key)
            if members[key].count >= id.fewestMembers { groups[key] = id }
        }
    }

    /// The lines.
    ///
    /// - Parameter gateways: Lines of gateways with how many of the rows come before each, in this order; the servers that
    ///   are down behind one stand below it.
    func lines(gateways: [(id: Gateway.ID, place: Int)] = []) -> BoardLines {
        var lines = BoardLines()
        lines.items.reserveCapacity(rows.count + gateways.count)
        lines.belowHeadings = Array(repeating: false, count: state.rows.count)
        var isWaiting = groups.map { $0 != nil }
        var waiting = gateways[...]

        func add(_ key: Key) {
            guard isWaiting[key], let id = groups[key] else { return }
            isWaiting[key] = false
            let group = BoardGroup(members[key], state.rows.traits, isOpen: state.isOpen(id))
            lines.items.append(.group(id))
            lines.groups[id] = group
            guard group.isOpen else { return }
            for index in group.members {
                lines.items.append(.server(index))
                lines.belowHeadings[index] = true
            }
        }
        func addGateways(before place: Int) {
            while let next = waiting.first, next.place <= place {
                waiting.removeFirst()
                lines.items.append(.gateway(next.id))
                if let key = groups.firstIndex(of: .behind(next.id)) { add(key) }
            }
        }

        for (place, (index, key)) in zip(rows, keys).enumerated() {
            addGateways(before: place)
            if let key, groups[key] != nil { add(key) } else { lines.items.append(.server(index)) }
        }
        addGateways(before: .max)
        return lines
    }
}

extension GroupID {
    /// Of fewer servers it is not said that they belong together: they stand alone.
    fileprivate var fewestMembers: Int {
        switch self {
        case .cause, .verdict, .stale: CommonCauses.fewest
        case .behind, .site, .tag, .gateway, .owner, .state: 1
        }
    }
}

extension BoardGroup {
    /// Counts rows.
    init(_ members: [Rows.Index], _ traits: RowTraits, isOpen: Bool) {
        self.members = members
        self.isOpen = isOpen
        for index in members {
            let row = traits[index]
            counts.add(row)
            if let time = row.since { since = min(since ?? time, time) }
        }
    }
}
