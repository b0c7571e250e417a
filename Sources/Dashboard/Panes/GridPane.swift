import Drawing

/// The lines of the view in front, as many as fit.
struct GridPane: Pane {
    let id = PaneID.grid

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        let view = ViewTable[state.view]
        guard !state.items.isEmpty else { return say(view.emptySentence(state), state, rect, &canvas) }
        let table = view.table(state, width: rect.width)
        var body = rect
        let heading = body.cutTop(view.headingHeight(gridHeight: rect.height))
        if !heading.isEmpty { table.drawHeading(in: heading, on: &canvas) }
        for (line, item) in state.items.dropFirst(state.firstVisible).prefix(body.height).enumerated() {
            let row = body.row(line)
            table.draw(item, in: row, on: &canvas)
            // While the events have the keys, only the line under their cursor is reversed.
            if item == state.selectedItem { canvas.add(state.placeBehind == .events ? .bold : .reverse, to: row) }
        }
    }

    private func say(_ sentence: String, _ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        for (row, text) in wrap(sentence, to: max(1, rect.width - 2)).prefix(rect.height).enumerated() {
            Line(" " + text, .dim).draw(in: rect.row(row), on: &canvas, glyphs: state.glyphs)
        }
    }
}
