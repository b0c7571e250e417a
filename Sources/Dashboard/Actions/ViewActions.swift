import Drawing

extension Action {
    /// Which rows are on the screen, and in which order.
    static let views =
        zip(NumberedView.keys, ViewTable.views).map { key, view in
            Action(
                "view-\(view.id.rawValue)", [.character(key)], at: [.board, .events, .detail],
                title: view.title, help: "show the view \(view.title)"
            ) { state in
                state.show(.program(view.id))
                return []
            }
        }
        + OwnView.keys.enumerated().map { number, key in
            Action(
                "view-own-\(number + 1)", [.character(key)], at: [.board, .events, .detail], title: "Own",
                help: "show view \(number + 1) of your own, if config.yaml describes one",
                helpHere: { $0.helpOfOwnView(number) }, unless: { $0.whyNoOwnView(number) }
            ) { state in
                state.show(.own(state.setup.ownViews[number]))
                return []
            }
        } + [
            Action(
                "reset-view", [], at: [.board], title: "Reset",
                help: "arrange this view as at first: order, groups, folding, filter and columns"
            ) { state in
                state.resetView()
                return []
            },
            Action(
                "filter", [.character("/"), .function(4), .character("\\")], at: [.board], title: "Filter",
                help: "show only some servers, as you type", footer: 1
            ) { state in
                state.prompt = .filter(LineEdit(state.filterText), before: state.filterText)
                return []
            },
            Action(
                "events", [.character("L")], at: [.board, .events, .detail], title: "Events",
                help: "show or hide the newest events below the list", unless: { $0.whyNoEvents(in: $0.size) }
            ) { state in
                state.showsEvents = !state.hasEvents(in: state.size)
                state.eventCursor = nil
                state.keepInView()
                return []
            },
            Action(
                "go-to-events", [.tab, .backTab], at: [.board], title: "Events",
                help: "go to the events below the list",
                unless: { $0.whyNotToEvents }
            ) { state in
                state.goToEvents()
                return []
            },
            Action(
                "go-to-list", [.tab, .backTab], at: [.events], title: "List", help: "go back to the list", footer: 2
            ) { state in
                state.eventCursor = nil
                return []
            },
            Action(
                "open-event", [.enter], at: [.events], title: "Go there",
                help: "go to the server or gateway of the event in the list, or else to the event in its view",
                footer: 1
            ) { state in
                state.leaveForEvent()
                return []
            },
        ]
}
