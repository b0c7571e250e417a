import Drawing
import FleetModel

/// A box on top of everything: the help, or the explanation of a row.
struct OverlayPane: Pane {
    let id = PaneID.overlay

    /// Where the text stands: without the frame, on a screen that has room for one.
    static func inside(_ rect: Rect) -> Rect {
        hasFrame(rect) ? rect.inset(columns: 2, rows: 1) : rect
    }

    private static func hasFrame(_ rect: Rect) -> Bool { rect.width >= 30 && rect.height >= 6 }

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.fill(rect)
        if Self.hasFrame(rect) { canvas.box(rect, glyphs: state.glyphs, title: title(state)) }
        let inside = Self.inside(rect)
        let lines = lines(state, width: inside.width)
        let first = min(state.overlayScroll, max(0, lines.count - inside.height))
        lines.draw(from: first, in: inside, on: &canvas, glyphs: state.glyphs)
        guard Self.hasFrame(rect) else { return }
        drawKeys(hidden: max(0, lines.count - inside.height - first), state, rect, &canvas)
    }

    /// Longer lines are hard to read.
    private static let widestText = 100

    /// What the box says, broken to a width.
    func lines(_ state: DashboardState, width: Int) -> [Line] {
        let width = min(width, Self.widestText)
        switch state.overlay {
        case .help: return HelpText.lines(state, width: width)
        case .explain: return ExplanationText.lines(state, width: width)
        case nil: return []
        }
    }

    private func title(_ state: DashboardState) -> String {
        let mark = state.isDemo ? "DEMO  " : ""
        switch state.overlay {
        case .help: return "\(mark)help"
        case .explain:
            guard let status = state.selectedStatus else { return mark }
            let name = status.server.displayName
            switch status.judgement.state {
            case .down, .unconfirmed, .warning: return "\(mark)why \(name) is \(status.judgement.state.word)"
            case .unknown, .ok: return "\(mark)what is known of \(name)"
            }
        case nil: return ""
        }
    }

    /// The keys of the box in its lower side, since it may cover the footer.
    private func drawKeys(hidden: Int, _ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        let more = hidden > 0 ? " j: \(hidden) more lines " : ""
        let text = clip(" q: back \(more)", to: rect.width - 4, ellipsis: "")
        let column = rect.columns.upperBound - 2 - TextWidth.cells(of: text)
        canvas.put(text, at: Point(column: column, row: rect.rows.upperBound - 1), style: Style(.dim))
    }
}
