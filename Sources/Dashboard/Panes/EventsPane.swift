import Drawing

/// What has happened, below the list.
struct EventsPane: Pane {
    let id = PaneID.events

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.rule(rect, glyphs: state.glyphs, title: "events")
    }
}
