import Drawing
import FleetModel

/// The first line: which fleet, whether it is live, and how far the first sweep has come.
struct TitlePane: Pane {
    let id = PaneID.title

    /// From so many columns on the line also says what the program costs.
    static let widthForCost = 190

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = Line(" rdptop ", .title).adding(state.fleetName, .strong)
        if state.isDemo, state.fleetName != "demo" { line = line.adding("  DEMO", .warning) }
        if state.isDemo, state.fleetName == "demo" {
            line = Line(" rdptop ", .title).adding("DEMO", .warning).adding(" simulated fleet", .strong)
        }
        line = line.adding("   ").adding(Self.liveliness(state, width: rect.width - line.width - 3))
        if state.backstage == nil, state.stopped == nil { line = line.adding("   \(progress(state))", .dim) }
        if rect.width >= Self.widthForCost, let cost = state.cost { line = line.adding("   \(cost.short)", .dim) }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// Whether what the screen shows is of now, with as much on why not and what to do about it as has room.
    private static func liveliness(_ state: DashboardState, width: Int) -> Line {
        let clock = "\(state.clock.timeText)Z"
        if state.backstage != nil {
            let frozen = "FROZEN \(state.now.timeText)Z"
            let age = " (\(max(.zero, state.clock - state.now).clockText) ago)"
            let goesOn = state.stopped == nil ? "   probing goes on" : "   probing is stopped"
            let key = "   \(hint("freeze", state)):resume"
            return fitting([age + goesOn + key, age + key, age, ""].map { (frozen, $0) }, width)
        }
        guard let stopped = state.stopped else { return Line("LIVE ", .ok).adding(clock) }
        let since = "   probing stopped \(max(.zero, state.clock - stopped).compact) ago"
        let key = "   \(hint("stop-probing", state)):go on"
        return fitting([since + key, since, ""].map { ("STOPPED \(clock)", $0) }, width)
    }

    private static func hint(_ action: String, _ state: DashboardState) -> String {
        ActionTable.action(action).flatMap { state.keys.keys(of: $0).first?.name } ?? ":\(action)"
    }

    private static func fitting(_ forms: [(String, String)], _ width: Int) -> Line {
        let lines = forms.map { Line($0.0, .warning).adding($0.1, .dim) }
        return lines.first { $0.width <= width } ?? lines.last ?? Line()
    }

    private func progress(_ state: DashboardState) -> String {
        let rows = state.rows
        guard rows.probed < rows.count else { return "\(rows.count) servers" }
        return "\(rows.probed)/\(rows.count) probed"
    }
}
