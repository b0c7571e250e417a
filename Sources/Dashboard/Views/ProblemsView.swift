import FleetModel

/// The servers with a problem.
struct ProblemsView: BoardView {
    let id = ViewID.problems
    let title = "Problems"

    func items(_ state: DashboardState) -> [BoardItem] {
        state.rows.order.filter { state.rows[$0].judgement.state.isProblem }.map { .server($0) }
    }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { ServerTable(state, width: width) }

    func emptySentence(_ state: DashboardState) -> String {
        state.rows.order.isEmpty ? state.whyNoServers : "No server has a problem."
    }
}
