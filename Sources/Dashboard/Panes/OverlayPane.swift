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
        frame.draw(
            title: title(state), hidden: max(0, lines.count - inside.height - first), keys: state.keys,
            glyphs: state.glyphs, on: &canvas)
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

    private func title(_ state: DashboardState) -> String {
        let mark = state.setup.isDemo ? "DEMO  " : ""
        switch state.overlay {
        case .help: return "\(mark)help"
        case .compare: return "\(mark)two servers compared"
        case .stats: return "\(mark)what rdptop itself costs"
        case .explain:
            if case .group(let id) = state.selectedItem { return mark + GroupText.title(id, state) }
            if case .certificate(let id) = state.selectedItem { return mark + CertificateText.title(id, state) }
            guard let status = state.selectedStatus else { return mark }
            let name = status.server.displayName
            switch status.judgement.state {
            case .unconfirmed: return "\(mark)why \(name) failed once"
            case .down, .warning: return "\(mark)why \(name) is \(status.judgement.state.word)"
            case .unknown, .ok: return "\(mark)what is known of \(name)"
            }
        case .columns: return "\(mark)columns of \(ViewTable[state.view].title)"
        case nil: return ""
        }
    }
}
