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
            help: "compare this server with another one, fact by fact", footer: 12, unless: { $0.whyNoRow }
        ) { state in
            state.openComparison()
            return []
        },
    ]
}
