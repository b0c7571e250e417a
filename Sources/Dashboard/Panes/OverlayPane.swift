import Drawing
import FleetModel

/// A box on top of everything: the help, the explanation of a row, or what the program costs.
struct OverlayPane: Pane {
    let id = PaneID.overlay

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        let frame = OverlayFrame(rect)
        let inside = frame.inside
        let lines = lines(state, width: frame.textWidth)
        let isHelp = state.overlay == .help
        let first = min(isHelp ? state.help.cursor.top : state.overlayScroll, max(0, lines.count - inside.height))
        let hidden = max(0, lines.count - inside.height - first)
        frame.draw(
            title: title(state, room: rect.width - 5), hidden: hidden, keys: state.keys, glyphs: state.glyphs,
            on: &canvas)
        let words = isHelp ? state.help.words : [state.overlaySearch]
        lines.map { $0.underlining(words) }.draw(from: first, in: inside, on: &canvas, glyphs: state.glyphs)
        let row = state.columnCursor - first
        if state.overlay == .columns, row >= 0 { canvas.add(.reverse, to: inside.row(row)) }
        guard isHelp else { return }
        let (page, height) = state.helpPage
        frame.mark(state.help.cursor.marked(on: page.layout(height: height)), top: first, column: 0, on: &canvas)
    }

    /// What the box says, broken to a width.
    func lines(_ state: DashboardState, width: Int) -> [Line] {
        switch state.overlay {
        case .help: return HelpPage(state, width: width).lines
        case .explain: return ExplanationText.lines(state, width: width)
        case .compare: return ComparisonText.lines(state, width: width)
        case .stats: return StatsText.lines(state, width: width)
        case .columns: return ColumnText.lines(state, width: width)
        case nil: return []
        }
    }

    private func title(_ state: DashboardState, room: Int) -> String {
        let mark = state.setup.isDemo ? "DEMO  " : ""
        switch state.overlay {
        case .help: return "\(mark)help"
        case .compare: return "\(mark)two servers compared"
        case .stats: return "\(mark)what rdptop itself costs"
        case .explain:
            if case .group(let id) = state.selectedItem { return mark + GroupText.title(id, state) }
            if case .certificate(let id) = state.selectedItem { return mark + CertificateText.title(id, state) }
            guard let status = state.selectedStatus else { return mark }
            let whole = mark + title(of: status.server.displayName, status.judgement.state)
            guard TextWidth.cells(of: whole) > room, let index = state.selected else { return whole }
            // Why it is open stands at the end, and must not be cut for the sake of a domain.
            return mark + title(of: state.rows.displayName(index), status.judgement.state)
        case .columns: return "\(mark)columns of \(state.front.title)"
        case nil: return ""
        }
    }

    private func title(of name: String, _ serverState: ServerState) -> String {
        switch serverState {
        case .unconfirmed: "why \(name) failed once"
        case .down, .warning: "why \(name) is \(serverState.word)"
        case .unknown, .ok: "what is known of \(name)"
        }
    }
}
