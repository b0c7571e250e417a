import Drawing

extension Action {
    /// Which rows are on the screen, and in which order.
    static let views =
        ViewTable.views.enumerated().map { number, view in
            Action(
                "view-\(view.id.rawValue)", [.character(Character(String(number + 1)))], at: [.board, .detail],
                title: view.title, help: "show the view \(view.title)"
            ) { state in
                state.show(view.id)
                return []
            }
        } + [
            Action(
                "filter", [.character("/"), .function(4), .character("\\")], at: [.board], title: "Filter",
                help: "show only some servers, as you type", footer: 1
            ) { state in
                state.prompt = .filter(LineEdit(state.filterText), before: state.filterText)
                return []
            },
            Action(
                "sort", [.character("s"), .function(6)], at: [.board], title: "Sort",
                help: "sort by severity, name, certificate or newest change", footer: 10,
                unless: { ViewTable[$0.view].order.map { "this view has one order: \($0)" } }
            ) { state in
                state.sort(by: state.rows.sort.next)
                state.say("sorted by \(state.rows.sort.words)")
                return []
            },
            Action(
                "events", [.character("L")], at: [.board, .detail], title: "Events",
                help: "show or hide the newest events below the list", unless: { $0.whyNoEventsPane }
            ) { state in
                state.showsEvents = state.eventsHeight == nil
                state.keepInView()
                return []
            },
        ]
}
