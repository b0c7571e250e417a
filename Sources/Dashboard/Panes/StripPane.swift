import Drawing
import FleetModel

/// Which view is in front, what the filter hides, and the order of the rows.
struct StripPane: Pane {
    let id = PaneID.strip

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        line(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// The views give way to a filter, and the order of the rows to both; that it is held is always said. All of them give
    /// way to the words that a filter is older than this run, which the user may have forgotten.
    private func line(_ state: DashboardState, width: Int) -> Line {
        let verb = state.verbOfEscape
        let notes =
            state.list.isFilterKept
            ? [" (kept from last time, Esc \(verb))", " (kept, Esc \(verb))", " (kept)"] : [""]
        let lines = notes.lazy.compactMap { line(state, note: $0, width: width) }
        if let line = lines.first { return line }
        let view = Self.views(state, naming: .front)
        let order = Self.mustSayOrder(state) ? Self.orders(state).last ?? Line() : Line()
        let room = width - view.width - order.width
        return view.adding(Self.filter(state, note: notes.last ?? "", room: room)).adding(order)
    }

    /// The fullest line that fits with a note on the filter; nil when none does.
    private func line(_ state: DashboardState, note: String, width: Int) -> Line? {
        // With nothing that is hidden the filter's label gives way, too, unless the view has a filter of its own.
        let hidesNothing =
            state.filterText.isEmpty && !state.isFilterChanged && state.rows.hiddenAsAttended == 0
        let filters = [Self.filter(state, note: note, room: nil)] + (hidesNothing ? [Line()] : [])
        // What is wrong with a filter that is being typed matters more than the order.
        let orders = state.filterMistake == nil ? Self.orders(state) : []
        // Names that the user has given are not to be guessed from their number.
        let numbered: [Naming] = state.setup.ownViews.isEmpty ? [] : [.own]
        for views in ([.all] + numbered + [.front]).map({ Self.views(state, naming: $0) }) {
            for order in orders + (Self.mustSayOrder(state) ? [] : [Line()]) {
                for filter in filters {
                    let line = views.adding(filter).adding(order)
                    if line.width <= width { return line }
                }
            }
        }
        return nil
    }

    private static func mustSayOrder(_ state: DashboardState) -> Bool {
        state.held != nil && state.filterMistake == nil
    }

    /// Which views beside the one in front stand there, and whether by their names.
    private enum Naming {
        /// ` 1 Problems [2 All] 7 mine `
        case all
        /// ` 1 [2 All] 7 mine `: those of the program by their numbers.
        case own
        /// `[2 All]`
        case front
    }

    private static func views(_ state: DashboardState, naming: Naming) -> Line {
        zip(NumberedView.keys, state.numberedViews).reduce(Line()) { line, numbered in
            let (number, view) = numbered
            switch (naming, view) {
            case (_, state.front):
                let blank = line.text.isEmpty || line.text.hasSuffix(" ") ? "" : " "
                return line.adding("\(blank)[\(number) \(view.title)]", .strong)
            case (.all, _), (.own, .own): return line.adding(" \(number) \(view.title) ", .dim)
            case (.own, .program): return line.adding(" \(number)", .dim)
            case (.front, _): return line
            }
        }
    }

    /// What the lines are grouped by, where that is not the view's own way.
    private static func grouping(_ state: DashboardState) -> Line {
        guard state.grouping != ViewTable[state.view].groupings.first ?? .none else { return Line() }
        return Line("   group: ", .dim).adding(state.grouping.rawValue)
    }

    // MARK: The order

    /// What is said of the order, the fullest first.
    private static func orders(_ state: DashboardState) -> [Line] {
        let (sort, isReversed) = (state.list.sort, state.list.isReversed)
        let mark = sort.isDescending != isReversed ? "v" : "^"
        let follows = state.list.followsRow ? "  follows row" : ""
        // Some views have an order of their own.
        let own = ViewTable[state.view].order
        let grouped = grouping(state)
        let full = grouped.adding("   sort: ", .dim).adding(own ?? sort.words(isReversed: isReversed)).adding(follows)
        let short = grouped.adding("   sort: ", .dim).adding(own ?? "\(sort.title) \(mark)").adding(follows)
        guard let held = state.held else { return [full, short] }
        let seconds = max(1, ((held.until - state.clock).milliseconds + 999) / 1_000)
        let new = held.newProblems.isEmpty ? "" : " +\(held.newProblems.count)"
        let sentence = Line("   order held \(seconds)s", .warning).adding(new.isEmpty ? "" : "\(new) new", .fresh)
        return [
            full.adding(sentence), short.adding(sentence), sentence,
            Line("  held \(seconds)s", .warning).adding(new, .fresh),
        ]
    }

    // MARK: The filter

    /// A long filter gives way to what it does.
    private static func filter(_ state: DashboardState, note: String, room: Int?) -> Line {
        let label = Line("  filter: ", .dim)
        let attended = state.rows.hiddenAsAttended
        let also = attended == 0 ? "" : "  \(attended) acked or muted hidden"
        guard !state.filterText.isEmpty else { return label.adding("-", .dim).adding(note + also, .warning) }
        let effect = "  " + effect(state) + note + also
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
