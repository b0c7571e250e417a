import Drawing
import FleetModel

/// Everything known of one server, on tabs that scroll under a line with its name, its state and its place.
struct DetailPane: Pane {
    let id = PaneID.detail

    /// The fewest rows with which the tabs have a line of their own.
    private static let fewestWithTabs = 10

    /// Where the tab in front scrolls: all but the lines above it.
    static func inside(_ rect: Rect) -> Rect {
        var rest = rect
        _ = rest.cutTop(hasTabs(rect) ? 2 : 1)
        return rest
    }

    private static func hasTabs(_ rect: Rect) -> Bool { rect.height >= fewestWithTabs }

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        guard let status = state.selectedStatus else { return }
        canvas.rule(rect, glyphs: state.glyphs)
        heading(status, state, rect).draw(in: Self.lineInside(rect, 0), on: &canvas, glyphs: state.glyphs)
        if Self.hasTabs(rect) {
            let line = Self.lineInside(rect, 1)
            TabLine.line(state.detailTab, width: line.width).draw(in: line, on: &canvas, glyphs: state.glyphs)
        }
        let inside = Self.inside(rect)
        let lines = lines(state, width: inside.width)
        let first = min(state.detailScroll, max(0, lines.count - inside.height))
        lines.draw(from: first, in: inside, on: &canvas, glyphs: state.glyphs)
    }

    private static func lineInside(_ rect: Rect, _ row: Int) -> Rect {
        Rect(column: rect.origin.column + 1, row: rect.origin.row + row, width: rect.width - 2, height: 1)
    }

    /// The sections of the tab in front below each other, with an empty line between two.
    func lines(_ state: DashboardState, width: Int) -> [Line] {
        guard let subject = DetailSubject(state, width: width) else { return [] }
        let sections = DetailTabTable[state.detailTab].sections.map { $0.lines(subject) }
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [Line()]))
    }

    /// The name gives way first: state and place are needed to know where one is. Where the tabs have no line of their
    /// own, any but the first stands here.
    private func heading(_ status: ServerStatus, _ state: DashboardState, _ rect: Rect) -> Line {
        let width = rect.width - 2
        // In the list that the keys for the next and the last server walk.
        let isListed = state.items.indices.contains(state.cursor) && state.items[state.cursor] == state.selectedItem
        let isHidden = state.selected.map { state.rows.position(of: $0) == nil } ?? false
        let place =
            isHidden
            ? "hidden by the filter"
            : state.selectedGateway != nil
                ? "gateway" : isListed ? "row \(state.cursor + 1) of \(state.items.count)" : "not in the list"
        let age = status.age(at: state.now).map { " \($0.compact)" } ?? ""
        let before = Line(" ").adding(status.judgement.state.word + age, status.judgement.state.role).adding("  ")
        let isOverview = state.detailTab == .overview
        let tab = Self.hasTabs(rect) || isOverview ? "" : "  [\(DetailTabTable[state.detailTab].shortTitle)]"
        let after = "  \(place) "
        let room = max(8, width - before.width - TextWidth.cells(of: tab + after))
        let name = clip(status.server.displayName, to: room, ellipsis: String(state.glyphs.ellipsis))
        return before.adding(name, .title).adding(tab, .strong).adding(after, .dim)
    }
}

extension DetailSubject {
    /// The server under the cursor on so many cells; nil when there is none.
    init?(_ state: DashboardState, width: Int) {
        guard let status = state.selectedStatus else { return nil }
        let reading = state.reading
        self.init(
            status: status, gateway: state.gateway(of: status.server), now: state.now, glyphs: state.glyphs,
            width: width, shared: reading?.causes ?? [], kin: reading?.kin,
            nextToEnd: reading?.kin?.next.map {
                $0.row == state.selected ? "this server" : state.rows.displayName($0.row)
            },
            events: reading?.events ?? [],
            said: state.selected.map { state.rows.annotations($0) } ?? .none,
            trail: state.selected.map { state.rows.trail(of: $0) },
            advice: reading?.advice)
    }
}
