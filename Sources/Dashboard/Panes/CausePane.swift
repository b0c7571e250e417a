import Drawing
import FleetModel

/// One sentence on the worst of the fleet.
struct CausePane: Pane {
    let id = PaneID.cause

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        sentence(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func sentence(_ state: DashboardState, width: Int) -> Line {
        let rows = state.rows
        if rows.count == 0 { return Line() }
        if rows.probed == 0 { return Line(" first sweep under way: nothing is known yet", .dim) }
        guard let worst = rows.worst else {
            let waiting = rows.counts.unknown
            return waiting == 0
                ? Line(" all \(rows.count) \(rows.count == 1 ? "server" : "servers") ok", .ok)
                : Line(" no problem seen; \(waiting) of \(rows.count) not known", .dim)
        }
        let status = rows[worst]
        let age = status.since.map { " for \(max(.zero, state.now - $0).compact)" } ?? ""
        let verdict = status.judgement.headline?.medium ?? status.judgement.state.word
        // A long name must not push its verdict off the screen.
        let name = clip(rows.displayName(worst), to: max(12, width / 2 - 5), ellipsis: String(state.glyphs.ellipsis))
        var line = Line(" >> ", .cause).adding("\(name): \(verdict)\(age)", .cause)
        // What does not fit whole is left out.
        for hint in [state.selected == worst ? "   x:why" : "", others(rows, status)] {
            let longer = line.adding(hint, .dim)
            if longer.width <= width { line = longer }
        }
        return line
    }

    /// Of how many it is the newest.
    private func others(_ rows: Rows, _ worst: ServerStatus) -> String {
        if rows.counts.down > 1 { return "   newest of \(rows.counts.down) down" }
        let isWarning = worst.judgement.state == .warning && rows.counts.warning > 1
        return isWarning ? "   worst of \(rows.counts.warning) warnings" : ""
    }
}
