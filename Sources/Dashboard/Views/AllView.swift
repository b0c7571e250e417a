/// Every server that the filter leaves.
struct AllView: BoardView {
    let id = ViewID.all
    let title = "All"
    let groupings: [Grouping] = [.none, .site, .tag, .gateway, .cause, .owner, .state]
    let hasColumnsToChoose = true

    func items(_ state: DashboardState) -> [BoardItem] { lines(state).items }

    func lines(_ state: DashboardState) -> BoardLines {
        // The list as it stands, without a look at what does not group it.
        guard state.grouping != .none else { return BoardLines(items: state.rows.order.map { .server($0) }) }
        return ServerLines.lines(state, onlyProblems: false)
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { ServerTable(state, width: width) }
}
