import Drawing

/// What is shown and in which order: the filter, what it hides, the sort order.
struct StripPane: Pane {
    let id = PaneID.strip

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        let line = filter(state, width: rect.width)
        let longer = line.adding("   sort: ", .dim).adding(state.rows.sort.words)
        // What is wrong with a filter that is being typed matters more than the order.
        let hasRoom = state.filterMistake == nil && longer.width <= rect.width
        (hasRoom ? longer : line).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// A long filter gives way to what it does.
    private func filter(_ state: DashboardState, width: Int) -> Line {
        let label = Line(" filter: ", .dim)
        guard !state.filterText.isEmpty else { return label.adding("-", .dim) }
        let effect = "  " + effect(state)
        let room = max(8, width - label.width - TextWidth.cells(of: effect))
        let text = clip(state.filterText, to: room, ellipsis: String(state.glyphs.ellipsis))
        return label.adding(text, .prompt).adding(effect, .warning)
    }

    private func effect(_ state: DashboardState) -> String {
        guard state.filterMistake == nil else { return "not understood" }
        let hidden = state.rows.hidden
        return hidden == 0 ? "hides nothing" : "hides \(hidden) of \(state.rows.count)"
    }
}
