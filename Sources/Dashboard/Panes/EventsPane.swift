import Drawing
import FleetModel

/// The newest events below the list, folded by cause.
struct EventsPane: Pane {
    let id = PaneID.events

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var body = rect
        drawTitle(state, in: body.cutTop(1), on: &canvas)
        guard !state.stories.isEmpty else {
            return Line(" " + state.nothingHappened, .dim).draw(in: body, on: &canvas, glyphs: state.glyphs)
        }
        let (below, marked) = state.storiesBelow(height: body.height)
        let stories = EventList(Array(below))
        let table = EventTable(state, stories: stories, width: rect.width)
        for (row, fold) in stories.folds.enumerated() {
            let item = fold.isSingle ? state.item(ofEvent: fold.id) : .eventFold(fold.id)
            table.draw(item, in: body.row(row), on: &canvas)
            if fold.id == marked { canvas.add(.reverse, to: body.row(row)) }
        }
    }

    /// `- events (L) ----- 12 since 09:12:03Z, 5: all --`
    private func drawTitle(_ state: DashboardState, in rect: Rect, on canvas: inout Canvas) {
        let key = state.actionKey("events").map { " (\($0))" } ?? ""
        let all = state.actionKey("view-events").map { ", \($0): all" } ?? ""
        let tail = " \(state.timeline.numbers.upperBound) since \(state.started.timeText)Z\(all) "
        canvas.rule(rect, glyphs: state.glyphs, title: "events\(key)")
        let start = rect.columns.upperBound - tail.count - 2
        guard start >= rect.origin.column + 16 else { return }
        canvas.put(tail, at: Point(column: start, row: rect.origin.row), style: Style(.dim))
    }
}

extension DashboardState {
    /// The key to name for an action; nil when it has none.
    fileprivate func actionKey(_ id: String) -> String? {
        ActionTable.action(id).flatMap { keys.keys(of: $0).first?.name }
    }
}
