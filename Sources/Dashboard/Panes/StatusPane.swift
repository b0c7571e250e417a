import Drawing
import FleetModel

/// The line above the footer: a prompt, a notice, or where in the list the screen is.
struct StatusPane: Pane {
    let id = PaneID.status

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        line(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func line(_ state: DashboardState, width: Int) -> Line {
        switch state.prompt {
        case .filter(let edit, _):
            let shown = "   \(state.rows.order.count) of \(state.rows.count)"
            let room = width - shown.count
            guard room >= 24 else { return prompt("/", edit, width: width, mistake: state.filterMistake) }
            return prompt("filter> ", edit, width: room, mistake: state.filterMistake).adding(shown, .dim)
        case .write(let file): return prompt(width < 40 ? ">" : "write to> ", file.line, width: width)
        case .command(let line): return prompt(":", line.edit, width: width)
        case .find(let edit, _): return prompt(width < 40 ? "/" : "find> ", edit, width: width)
        case .help(let edit): return prompt(width < 40 ? "/" : "find> ", edit, width: width)
        case .search(let edit, _): return prompt(width < 40 ? "?" : "search> ", edit, width: width)
        case .menu(let menu):
            let (first, rest) = menu.lines(width: width)
            // The footer has the rest; where there is none, the line is cut and says so.
            guard let rest, state.size.height < Arrangement.heightForFooter else { return first }
            return first.adding(" ").adding(rest)
        case .text(let question): return prompt(width < 40 ? ">" : "\(question.label)> ", question.line, width: width)
        case .question(let question):
            return Line(" \(question.title)? ", .key).adding(" ").adding("y", .key).adding(":yes").adding(
                "   any other key: no", .dim)
        case nil: break
        }
        if let notice = state.notice { return Line(" " + notice.text, .strong) }
        if state.place == .help { return help(state) }
        if state.place == .answer, let page = state.answer {
            let height = state.answerFrame.inside.height
            let hidden = page.text.lines.count - height
            let lines = hidden > 0 ? "   lines \(page.scroll + 1)-\(page.scroll + height) of \(hidden + height)" : ""
            return Line(" asked \(max(.zero, state.now - page.asked).compact) ago\(lines)", .dim)
        }
        if state.overlay != nil || state.isDetailOpen {
            // Only details and explanations are about one server.
            let isOfServer = state.overlay == nil || state.overlay == .explain
            let probed = isOfServer ? state.selectedStatus.map { age($0, state) } ?? "" : ""
            let parts = [probed, scrolled(state)].filter { !$0.isEmpty }
            return Line(parts.isEmpty ? "" : " " + parts.joined(separator: "   "), .dim)
        }
        return position(state)
    }

    /// A prompt whose caret is always in sight; what is wrong in it is underlined.
    private func prompt(_ label: String, _ edit: LineEdit, width: Int, mistake: FilterMistake? = nil) -> Line {
        let window = edit.window(width: max(1, width - label.count - 1))
        var line = Line(" " + label, .key)
        for (offset, character) in window.characters.enumerated() {
            let index = window.first + offset
            var style = Style(.prompt)
            if mistake?.range.contains(index) == true { style = style.adding(.underline) }
            if index == edit.caret { style = style.adding(.reverse) }
            line = line.adding(String(character), style)
        }
        return line
    }

    /// How much of the help is shown.
    private func help(_ state: DashboardState) -> Line {
        let found = state.helpPage.page.entries.count
        guard !state.help.query.isEmpty else { return Line(" \(found) actions, and what the signs mean", .dim) }
        let all = ActionTable.actions.count { $0.helpHere(state) != nil }
        return Line(" \(found) of \(all) actions for ", .dim).adding(state.help.query, .prompt)
    }

    private func position(_ state: DashboardState) -> Line {
        let count = state.items.count
        guard count > 0 else { return Line(" no rows", .dim) }
        let last = min(count, state.firstVisible + max(1, state.gridHeight))
        let updated = state.updated.map { "   \(self.updated($0, state))" } ?? ""
        let mouse = state.isMouseOn ? "   mouse on" : ""
        let rows = Line(" rows \(state.firstVisible + 1)-\(last) of \(count)", .dim).adding(marks(state), .marked)
        guard state.isCursorOutOfSight else { return rows.adding(updated + mouse, .dim) }
        let name = state.selected.map { " with \(clip(state.naming.name(of: $0, in: state.rows), to: 34))" } ?? ""
        return rows.adding("   cursor\(name) on row \(state.cursor + 1), out of sight", .warning)
    }

    /// How old what the screen shows is; on one that stands still it has no age of now.
    private func updated(_ updated: Instant, _ state: DashboardState) -> String {
        state.backstage == nil
            ? "updated \(max(.zero, state.now - updated).compact) ago" : "as of \(state.now.timeText)Z"
    }

    /// How many servers are marked, and how many of those are not on the screen.
    private func marks(_ state: DashboardState) -> String {
        guard !state.rows.marks.isEmpty else { return "" }
        let hidden = state.hiddenMarks
        return "   \(state.rows.marks.count) marked" + (hidden == 0 ? "" : ", \(hidden) of them hidden")
    }

    /// Which lines of what is open are in sight, when not all are.
    private func scrolled(_ state: DashboardState) -> String {
        let (room, first) =
            state.overlay == nil
            ? (state.detailRoom, state.detailScroll)
            : (state.overlayRoom, min(state.overlayScroll, state.overlayRoom.last))
        guard room.last > 0 else { return "" }
        return "lines \(first + 1)-\(first + room.height) of \(room.last + room.height)\(scrollKeys(state))"
    }

    private func scrollKeys(_ state: DashboardState) -> String {
        guard let down = state.keys.name(of: "down"), let up = state.keys.name(of: "up") else { return "" }
        return ", \(down) and \(up) scroll"
    }

    private func age(_ status: ServerStatus, _ state: DashboardState) -> String {
        guard let snapshot = status.snapshot else {
            guard status.server.path == .gateway else { return "not probed yet" }
            let gateway = state.gateway(of: status.server)?.snapshot
            return "only its gateway is probed, \(gateway.map { time($0.ended, state) } ?? "not yet")"
        }
        return "probed \(time(snapshot.ended, state))"
    }

    /// When a probe ended, and whether there will be another: how soon, only the engine knows.
    private func time(_ ended: Instant, _ state: DashboardState) -> String {
        let age = "\(max(.zero, state.clock - ended).compact) ago"
        if state.stopped != nil { return age + "; probing is stopped" }
        return state.backstage == nil ? age : "at \(ended.timeText)Z"
    }
}
