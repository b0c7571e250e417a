import Drawing

extension Action {
    /// What is done in the details of a server, and beside them.
    static let details = [
        Action(
            "next-tab", [.tab, .character("]")], at: [.detail], title: "Next tab",
            help: "show the next tab of the details", footer: 2
        ) { state in
            state.turnTab(1)
            return []
        },
        Action(
            "previous-tab", [.backTab, .character("[")], at: [.detail], title: "Last tab",
            help: "show the tab before"
        ) { state in
            state.turnTab(-1)
            return []
        },
        Action(
            "compare", [.character("=")], at: [.board, .detail], title: "Compare",
            help: "compare the two marked servers, or this one with a healthy one like it", footer: 12,
            unless: { $0.selected == nil && $0.rows.marks.count != 2 ? $0.whyNoRow : nil }
        ) { state in
            state.openComparison()
            return []
        },
    ]
}
