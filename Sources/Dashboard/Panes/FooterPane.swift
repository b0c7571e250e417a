import Drawing
import FleetModel

/// The last line: the keys that matter here, or what the prompt above expects.
struct FooterPane: Pane {
    let id = PaneID.footer

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        line(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// The line for a width; cut at no word.
    func line(_ state: DashboardState, width: Int) -> Line {
        switch state.prompt {
        case .filter:
            if let mistake = state.filterMistake { return Line(" " + mistake.text, .warning) }
            // What has been typed so far, in words; without any, what may be typed.
            guard state.rows.filter.isEmpty else {
                let forms = state.rows.filter.wordForms.map { CleanText.clean($0, limit: 1_024) }
                let fitting = forms.first { TextWidth.cells(of: $0) + 8 <= width }
                return Line(" shows: ", .dim).adding(fitting ?? forms.last ?? "")
            }
            return longest(Self.filterHints(state.verbOfEscape), width: width)
        case .write(let prompt):
            // The prompt has the line in which notices stand.
            if let notice = state.notice { return Line(" " + notice.text, .warning) }
            return longest(state.hints(for: prompt), width: width)
        case .command(let command):
            if let notice = state.notice { return Line(" " + notice.text, .warning) }
            return CommandHint.line(command, at: state.place, width: width)
        case .help: return longest(["Enter keeps  Esc clears  Up and Down move", "Enter  Esc"], width: width)
        case .find: return longest(["Enter keeps  Esc clears   n and N go on", "Enter  Esc"], width: width)
        case .search:
            return longest(
                ["Enter keeps  Esc goes back   a name, or words as in a filter; n and N go on", "Enter  Esc"],
                width: width)
        case .menu(let menu):
            return menu.lines(width: width).rest ?? longest(["any other key closes this"], width: width)
        case .text(let question): return longest(question.hints(state, question.line.text), width: width)
        case .question: return longest(["nothing happens unless you press y"], width: width)
        case nil: return keys(state, width: width)
        }
    }

    private static func filterHints(_ verb: String) -> [String] {
        let ends = "Enter keeps  Esc \(verb)"
        return [
            "\(ends)   words  !not  is:down  site:fra  tag:prod  layer:tls  reason:T  cert<14d  since<10m",
            "\(ends)   words  !not  is:down  site:fra  layer:tls  cert<14d", "\(ends)   fra !lab is:down", ends,
            "Enter  Esc",
        ]
    }

    private func longest(_ hints: [String], width: Int) -> Line {
        Line(" " + (hints.first { $0.count < width } ?? hints.last ?? ""), .dim)
    }

    /// What the line says of a key, or of two that belong together.
    private struct Hint {
        var keys: String
        var title: String
        /// What stands between the two; a colon needs no other behind it.
        var separator: String { keys == ":" ? "" : ":" }
        /// The cells it takes with the blanks before it.
        var width: Int { 2 + TextWidth.cells(of: keys + separator + title) }
    }

    /// As many keys as fit whole, most needed first; the way back is always among them and always last.
    private func keys(_ state: DashboardState, width: Int) -> Line {
        let actions = state.keys.footer(at: state.place)
        let wayBack = actions.filter { $0.id == "back" }.map { Self.hint($0, state) }
        // The first has one blank before it, not two.
        var used = wayBack.reduce(-1) { $0 + $1.width }
        let others = Self.scrolling(state) + actions.filter { Self.isOffered($0, state) }.map { Self.hint($0, state) }
        let fitting = others.filter { hint in
            guard used + hint.width <= width else { return false }
            used += hint.width
            return true
        }
        var line = Line()
        for (index, hint) in (fitting + wayBack).enumerated() {
            line = line.adding(index == 0 ? " " : "  ").adding(hint.keys, .key).adding(
                hint.separator + hint.title, .dim)
        }
        return line
    }

    /// Help does not offer itself.
    private static func isOffered(_ action: Action, _ state: DashboardState) -> Bool {
        guard action.id != "ask-otherwise" else { return state.whyNotAskOtherwise == nil }
        return action.id != "back" && !(action.id == "help" && state.overlay == .help)
    }

    /// Down and up in one, where little else is to be done.
    private static func scrolling(_ state: DashboardState) -> [Hint] {
        let title: String
        switch state.place {
        case .board, .detail: return []
        case .answer, .help, .events: title = "Move"
        case .overlay: title = "Scroll"
        case .columns: title = "Move"
        }
        let keys = ["down", "up"].compactMap { state.keys.name(of: $0) }
        return keys.isEmpty ? [] : [Hint(keys: keys.joined(separator: "/"), title: title)]
    }

    private static func hint(_ action: Action, _ state: DashboardState) -> Hint {
        Hint(keys: state.keys.shortestKey(of: action)?.name ?? "", title: title(action, state))
    }

    private static func title(_ action: Action, _ state: DashboardState) -> String {
        let isAtRoot = action.id == "back" && state.place == .board
        guard isAtRoot else { return action.title }
        guard state.rows.marks.isEmpty else { return "Clear" }
        guard state.isFilterChanged else { return "Quit" }
        return state.ownFilter.isEmpty ? "Clear" : "Reset"
    }
}
