import Drawing

extension Action {
    /// Choosing several servers for one action.
    static let marking = [
        Action(
            "mark", [.character(" ")], at: [.board, .detail], title: "Mark",
            help: "mark the server, or take its mark away, and go down one line", unless: { $0.whyNoMark }
        ) { state in
            state.toggleMark()
            return []
        },
        Action(
            "mark-range", [.character("v")], at: [.board], title: "Range",
            help: "mark all from the last mark to here", unless: { $0.whyNoMark }
        ) { state in
            state.markRange()
            return []
        },
        Action(
            "mark-all", [.character("V")], at: [.board], title: "Mark all", help: "mark all servers of the list",
            unless: { $0.items.isEmpty ? $0.whyNoRow : nil }
        ) { state in
            state.markAll()
            return []
        },
        Action(
            "clear-marks", [.character("U")], at: [.board, .detail], title: "Unmark", help: "take all marks away",
            unless: { $0.rows.marks.isEmpty ? "nothing is marked" : nil }
        ) { state in
            state.clearMarks()
            return []
        },
    ]
}

extension DashboardState {
    /// Why the line under the cursor cannot be marked; nil when it can.
    fileprivate var whyNoMark: String? {
        guard let item = selectedItem, !servers(of: item).isEmpty else { return whyNoRow ?? "no server to mark here" }
        return nil
    }
}
