import FleetModel

/// One line for each gateway, and how the servers behind it are.
struct GatewaysView: BoardView {
    let id = ViewID.gateways
    let title = "Gateways"
    let sorts: [SortOrder] = [.severity, .name, .certificate, .since]

    func items(_ state: DashboardState) -> [BoardItem] { lines(state).items }

    func lines(_ state: DashboardState) -> BoardLines {
        let traits = state.rows.traits
        var lines = BoardLines()
        lines.items = state.gatewayRows.sorted(by: state.list.sort, isReversed: state.list.isReversed)
            .filter { state.gatewayRows.matches(state.rows.filter, $0.id, now: state.now) }.map { .gateway($0.id) }
        // All servers behind it, whatever the filter hides: the counts are about the gateway.
        var members = Array(repeating: [Rows.Index](), count: traits.placeCount)
        for index in 0..<state.rows.count { members[traits.home(index).gateway].append(index) }
        for (place, members) in members.enumerated() where !members.isEmpty {
            lines.groups[traits.group(at: place)] = BoardGroup(members, traits, isOpen: false)
        }
        return lines
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { GatewayTable(state, width: width) }

    func emptySentence(_ state: DashboardState) -> String {
        state.gatewayRows.isEmpty
            ? "There is no gateway in this fleet." : "The filter hides every gateway. \(state.wayOutOfFilter)"
    }
}
