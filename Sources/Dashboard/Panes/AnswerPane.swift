import Drawing
import FleetModel

/// The page of a code, in a frame, with a cursor on its servers.
struct AnswerPane: Pane {
    let id = PaneID.answer

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        guard let page = state.answer else { return }
        let mark = state.setup.isDemo ? "DEMO  " : ""
        let frame = OverlayFrame(rect)
        let inside = frame.inside
        frame.draw(
            title: "\(mark)which servers would show it",
            hidden: max(0, page.text.lines.count - inside.height - page.scroll), keys: state.keys, glyphs: state.glyphs,
            on: &canvas)
        page.text.lines.draw(from: page.scroll, in: inside, on: &canvas, glyphs: state.glyphs)
        frame.mark(page.marked, top: page.scroll, column: 1, on: &canvas)
    }
}
