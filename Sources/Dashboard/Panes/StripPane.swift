import Drawing

/// What is shown and in which order: the filter, what it hides, the sort order.
struct StripPane: Pane {
    let id = PaneID.strip

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = Line(" filter: ", .dim)
        if state.filterText.isEmpty {
            line = line.adding("-", .dim)
        } else {
            line = line.adding(state.filterText, .prompt).adding("  " + effect(state), .warning)
        }
        line = line.adding("   sort: ", .dim).adding(state.rows.sort.words)
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func effect(_ state: DashboardState) -> String {
        guard state.filterMistake == nil else { return "not understood, the rows are as before" }
        let hidden = state.rows.hidden
        return hidden == 0 ? "hides nothing" : "hides \(hidden) of \(state.rows.count)"
    }
}
