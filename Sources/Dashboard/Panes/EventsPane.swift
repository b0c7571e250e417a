import Drawing
import FleetModel

/// The newest events below the list, folded by cause.
struct EventsPane: Pane {
    let id = PaneID.events

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var body = rect
        title(state, width: rect.width).draw(in: body.cutTop(1), on: &canvas, glyphs: state.glyphs)
        guard !state.stories.isEmpty else {
            return Line(" " + state.nothingHappened, .dim).draw(in: body, on: &canvas, glyphs: state.glyphs)
        }
        let stories = EventList(Array(state.stories.prefix(body.height)))
        let table = EventTable(state, stories: stories, width: rect.width)
        for (row, fold) in stories.folds.enumerated() {
            let item = fold.isSingle ? state.item(ofEvent: fold.id) : .eventFold(fold.id)
            table.draw(item, in: body.row(row), on: &canvas)
        }
    }

    /// `-- events ----- 12 since 09:12:03Z, 5 shows all --`
    private func title(_ state: DashboardState, width: Int) -> Line {
        let key = state.actionKey("events").map { " (\($0))" } ?? ""
        let all = state.actionKey("view-events").map { ", \($0): all" } ?? ""
        let count = state.timeline.numbers.upperBound
        let line = String(state.glyphs.horizontal)
        let head = "\(line)\(line) events\(key) "
        let tail = " \(count) since \(state.started.timeText)Z\(all) \(line)\(line)"
        let room = width - TextWidth.cells(of: head) - TextWidth.cells(of: tail)
        let fill = String(repeating: line, count: max(0, room >= 0 ? room : width - TextWidth.cells(of: head)))
        return Line(head, .border).adding(room >= 0 ? fill + tail : fill, .border)
    }
}

extension DashboardState {
    /// The key to name for an action; nil when it has none.
    fileprivate func actionKey(_ id: String) -> String? {
        ActionTable.action(id).flatMap { keys.keys(of: $0).first?.name }
    }
}
