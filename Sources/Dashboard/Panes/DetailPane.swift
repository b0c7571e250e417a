import Drawing
import FleetModel

/// Everything known of one server, in sections that scroll under a line with its name, its state and its place.
struct DetailPane: Pane {
    let id = PaneID.detail

    /// Where the sections scroll: all but the first line.
    static func inside(_ rect: Rect) -> Rect {
        var rest = rect
        _ = rest.cutTop(1)
        return rest
    }

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        guard let status = state.selectedStatus else { return }
        canvas.rule(rect, glyphs: state.glyphs)
        heading(status, state, width: rect.width - 2).draw(
            in: Rect(column: rect.origin.column + 1, row: rect.origin.row, width: rect.width - 2, height: 1),
            on: &canvas, glyphs: state.glyphs)
        let inside = Self.inside(rect)
        let lines = lines(state, width: inside.width)
        let first = min(state.detailScroll, max(0, lines.count - inside.height))
        lines.draw(from: first, in: inside, on: &canvas, glyphs: state.glyphs)
    }

    /// The sections below each other, with an empty line between two.
    func lines(_ state: DashboardState, width: Int) -> [Line] {
        guard let status = state.selectedStatus else { return [] }
        let subject = DetailSubject(
            status: status, gateway: state.gateway(of: status.server), now: state.now, glyphs: state.glyphs,
            width: width, shared: state.reading?.causes ?? [])
        return DetailSections.all.map { $0.lines(subject) }.filter { !$0.isEmpty }
            .enumerated().flatMap { $0.offset == 0 ? $0.element : [Line()] + $0.element }
    }

    /// The name gives way first: state and place are needed to know where one is.
    private func heading(_ status: ServerStatus, _ state: DashboardState, width: Int) -> Line {
        let place =
            state.selected.flatMap { state.rows.position(of: $0) }.map { "\($0 + 1) of \(state.rows.order.count)" }
            ?? (state.selectedGateway == nil ? "hidden by the filter" : "gateway")
        let age = status.age(at: state.now).map { " \($0.compact)" } ?? ""
        let before = Line(" ").adding(status.judgement.state.word + age, status.judgement.state.role).adding("  ")
        let after = "  \(place) "
        let room = max(8, width - before.width - TextWidth.cells(of: after))
        let name = clip(status.server.displayName, to: room, ellipsis: String(state.glyphs.ellipsis))
        return before.adding(name, .title).adding(after, .dim)
    }
}
