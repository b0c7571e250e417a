/// Every server that the filter leaves.
struct AllView: BoardView {
    let id = ViewID.all
    let title = "All"

    func items(_ state: DashboardState) -> [BoardItem] { state.rows.order.map { .server($0) } }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { ServerTable(state, width: width) }
}
