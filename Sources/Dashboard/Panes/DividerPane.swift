import Drawing

/// The upright line between the list and the details beside it.
struct DividerPane: Pane {
    let id = PaneID.divider

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.fill(rect, with: state.glyphs.vertical, style: Style(.border))
    }
}
