import FleetModel

/// The lines of a view of servers, whatever they are grouped by.
enum ServerLines {
    /// A line of a gateway, and how many of the rows come before it.
    private typealias GatewayLine = (id: Gateway.ID, place: Int)

    /// All rows that the filter leaves, or those that ask for attention together with the gateways that do.
    static func lines(_ state: DashboardState, onlyProblems: Bool) -> BoardLines {
        let traits = state.rows.traits
        var rows = state.rows.order
        var gateways: [GatewayLine] = []
        if onlyProblems {
            let places = rows.indices.filter { traits.isProblem(rows[$0], now: state.now) }
            gateways = lines(of: state, rows: rows, among: places)
            rows = places.map { rows[$0] }
        }
        let grouping = state.grouping
        switch grouping {
        case .none:
            return GroupedLines(state, rows: rows, keyCount: 0, group: { _ in .stale }, key: { _ in nil })
                .lines(gateways: gateways)
        case .cause: return folded(state, rows, gateways)
        case .site, .tag, .gateway, .owner, .state:
            return GroupedLines(
                state, rows: rows, keyCount: traits.placeCount, group: { traits.group(at: $0) },
                key: { traits.place(of: $0, by: grouping) }
            ).lines(gateways: gateways.map { ($0.id, 0) })
        }
    }

    /// Under the gateway that they are down behind; else under the strongest cause that they share; else with those of
    /// the same verdict; and what is only old together.
    private static func folded(
        _ state: DashboardState, _ rows: [Rows.Index], _ gateways: [GatewayLine]
    ) -> BoardLines {
        let traits = state.rows.traits
        let causes = state.causeMembers
        let firstCause = traits.placeCount
        let stale = firstCause + causes.causes.count
        func cause(_ index: Rows.Index) -> Int? {
            traits[index].behind == nil && traits[index].state.isProblem ? causes[index] : nil
        }
        // A cause of which too few are left does not keep them from those that fail alike.
        var sizes = Array(repeating: 0, count: causes.causes.count)
        for index in rows {
            if let number = cause(index) { sizes[number] += 1 }
        }
        return GroupedLines(
            state, rows: rows, keyCount: stale + 1,
            group: { $0 < firstCause ? traits.group(at: $0) : $0 < stale ? causes.group($0 - firstCause) : .stale },
            key: { index in
                let row = traits[index]
                if let behind = row.behind { return behind }
                if let number = cause(index), sizes[number] >= CommonCauses.fewest { return firstCause + number }
                if let verdict = row.verdict { return verdict }
                return traits.isStale(index, now: state.now) ? stale : nil
            }
        ).lines(gateways: gateways)
    }

    /// The gateways with a problem that the filter leaves, and those that a row is down behind.
    ///
    /// - Parameters:
    ///   - state: What is known.
    ///   - rows: All rows in order.
    ///   - places: The places in it that the view shows.
    /// - Returns: The gateways in the order of the rows.
    private static func lines(of state: DashboardState, rows: [Rows.Index], among places: [Int]) -> [GatewayLine] {
        let traits = state.rows.traits
        let behind = Set(places.compactMap { traits[rows[$0]].behind }).map { traits.group(at: $0) }
        let sorted = state.gatewayRows.sorted(by: state.rows.sort, isReversed: state.rows.isReversed)
        return sorted.compactMap { id, status in
            let isShown = state.gatewayRows.matches(state.rows.filter, id, now: state.now)
            guard behind.contains(.behind(id)) || status.judgement.state.isProblem && isShown else { return nil }
            let place = state.rows.place(of: status)
            return (id, places.firstIndex { $0 >= place } ?? places.count)
        }
    }
}
