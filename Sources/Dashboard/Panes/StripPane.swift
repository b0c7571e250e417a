import Drawing

/// Which view is in front, what the filter hides, and the sort order.
struct StripPane: Pane {
    let id = PaneID.strip

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        line(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// The views give way to a filter, and the order of the rows to both.
    private func line(_ state: DashboardState, width: Int) -> Line {
        let views = [Self.views(state, all: true), Self.views(state, all: false)]
        // What is wrong with a filter that is being typed matters more than the order.
        if state.filterMistake == nil {
            let order = Self.grouping(state).adding("   sort: ", .dim)
                .adding(ViewTable[state.view].order ?? state.rows.sort.words)
            for views in views {
                let line = views.adding(Self.filter(state, room: nil)).adding(order)
                if line.width <= width { return line }
            }
        }
        for views in views where views.adding(Self.filter(state, room: nil)).width <= width {
            return views.adding(Self.filter(state, room: nil))
        }
        let view = Self.views(state, all: false)
        return view.adding(Self.filter(state, room: width - view.width))
    }

    /// ` 1 Problems [2 All]`, or only the one in front.
    private static func views(_ state: DashboardState, all: Bool) -> Line {
        var line = Line()
        for (number, view) in ViewTable.views.enumerated() {
            let text = "\(number + 1) \(view.title)"
            if view.id == state.view {
                line = line.adding("[\(text)]", .strong)
            } else if all {
                line = line.adding(" \(text) ", .dim)
            }
        }
        return line
    }

    /// What the lines are grouped by, where that is not the view's own way.
    private static func grouping(_ state: DashboardState) -> Line {
        guard state.grouping != ViewTable[state.view].groupings.first ?? .none else { return Line() }
        return Line("   group: ", .dim).adding(state.grouping.rawValue)
    }

    /// A long filter gives way to what it does.
    private static func filter(_ state: DashboardState, room: Int?) -> Line {
        let label = Line("  filter: ", .dim)
        let attended = state.rows.hiddenAsAttended
        let also = attended == 0 ? "" : "  \(attended) acked or muted hidden"
        guard !state.filterText.isEmpty else { return label.adding("-", .dim).adding(also, .warning) }
        let effect = "  " + effect(state) + also
        let cells = room.map { max(8, $0 - label.width - TextWidth.cells(of: effect)) } ?? .max
        let text = clip(state.filterText, to: cells, ellipsis: String(state.glyphs.ellipsis))
        return label.adding(text, .prompt).adding(effect, .warning)
    }

    private static func effect(_ state: DashboardState) -> String {
        guard state.filterMistake == nil else { return "not understood" }
        let hidden = state.rows.hidden - state.rows.hiddenAsAttended
        return hidden == 0 ? "hides nothing" : "hides \(hidden) of \(state.rows.count)"
    }
}
