import Drawing
import FleetModel

/// The first line: which fleet, whether it is live, and how far the first sweep has come.
struct TitlePane: Pane {
    let id = PaneID.title

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = Line(" rdptop ", .title).adding(state.fleetName, .strong)
        if state.isDemo, state.fleetName != "demo" { line = line.adding("  DEMO", .warning) }
        if state.isDemo, state.fleetName == "demo" {
            line = Line(" rdptop ", .title).adding("DEMO", .warning).adding(" simulated fleet", .strong)
        }
        line = line.adding("   LIVE ", .ok).adding("\(state.now.timeText)Z")
        line = line.adding("   \(progress(state))", .dim)
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func progress(_ state: DashboardState) -> String {
        let rows = state.rows
        guard rows.probed < rows.count else { return "\(rows.count) servers" }
        return "\(rows.probed)/\(rows.count) probed"
    }
}
