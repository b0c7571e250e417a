import FleetModel

/// What asks for attention: servers that are down, have a warning or were not probed for long, and gateways, folded by
/// why.
struct ProblemsView: BoardView {
    let id = ViewID.problems
    let title = "Problems"
    let groupings: [Grouping] = [.cause, .none, .site, .tag, .gateway, .owner, .state]
    let hasColumnsToChoose = true

    func items(_ state: DashboardState) -> [BoardItem] { lines(state).items }

    func lines(_ state: DashboardState) -> BoardLines { ServerLines.lines(state, onlyProblems: true) }

    func table(_ state: DashboardState, width: Int) -> any BoardTable { ServerTable(state, width: width) }

    func emptySentence(_ state: DashboardState) -> String {
        state.rows.order.isEmpty ? state.whyNoServers : "No server and no gateway has a problem."
    }
}
