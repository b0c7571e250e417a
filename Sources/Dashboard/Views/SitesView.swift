import FleetModel

/// Sites, or other parts of the fleet, by layers: whether it is one place and one layer is seen at once.
struct SitesView: BoardView {
    let id = ViewID.sites
    let title = "Sites"
    let groupings: [Grouping] = [.site, .tag, .gateway, .owner]
    let sorts: [SortOrder] = []
    let order: String? = "most servers down first"

    func items(_ state: DashboardState) -> [BoardItem] { lines(state).items }

    func lines(_ state: DashboardState) -> BoardLines {
        let traits = state.rows.traits
        let grouping = state.grouping
        var members = Array(repeating: [Rows.Index](), count: traits.placeCount)
        for index in state.rows.order {
            if grouping == .tag {
                // A server counts at each of its tags: a line is about the tag, and not a place for the server.
                for place in traits.home(index).tags { members[place].append(index) }
            } else if let place = traits.place(of: index, by: grouping) {
                members[place].append(index)
            }
        }
        let parts = members.enumerated().filter { !$0.element.isEmpty }.map { place, members in
            (id: traits.group(at: place), group: BoardGroup(members, traits, isOpen: false))
        }
        let ranks = NaturalOrder.ranks(of: parts.map { $0.id.name })
        var lines = BoardLines()
        for place in parts.indices.sorted(by: {
            parts[$0].group.badness(ranks[$0]) < parts[$1].group.badness(ranks[$1])
        }) {
            let (id, group) = parts[place]
            lines.items.append(.site(id))
            lines.groups[id] = group
            lines.layers[id] = LayerCounts(group.members.lazy.map { traits[$0] })
        }
        return lines
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { SiteTable(state, width: width) }
}

extension BoardGroup {
    /// A key that sorts the worst first: those with the most servers down, then with the most warnings, then by name.
    fileprivate func badness(_ rank: Int) -> SortKey {
        SortKey(major: -Int64(counts.down), minor: -Int64(counts.unconfirmed + counts.warning), rank: rank)
    }
}
