import Drawing

extension Action {
    /// How the list looks: its order, its columns, its names, and how much of the screen it has.
    static let grid = [
        Action(
            "sort", [.character("s"), .function(6)], at: [.board], title: "Sort",
            help: "sort by another column: one more key says which", footer: 10, unless: { $0.whyNoSort }
        ) { state in
            state.prompt = .menu(state.sortMenu)
            return []
        },
        Action(
            "invert-sort", [.character("I")], at: [.board], title: "Invert", help: "sort the other way round",
            unless: { $0.whyNoSort }
        ) { state in
            state.sort(by: state.list.sort, isReversed: !state.list.isReversed)
            return []
        },
        Action(
            "next-sort", [.character(">")], at: [.board], title: "Sort", help: "sort by the next column",
            unless: { $0.whyNoSort }
        ) { state in
            state.stepSort(1)
            return []
        },
        Action(
            "previous-sort", [.character("<")], at: [.board], title: "Sort", help: "sort by the column before",
            unless: { $0.whyNoSort }
        ) { state in
            state.stepSort(-1)
            return []
        },
        Action(
            "search", [.character(",")], at: [.board], title: "Search",
            help: "go to a row that matches, as you type; hides nothing"
        ) { state in
            state.openSearch()
            return []
        },
        Action(
            "next-match", [.character("n"), .function(3)], at: [.board], title: "Next",
            help: "go to the next match, or search"
        ) { state in
            if state.list.searchText.isEmpty { state.openSearch() } else { state.searchAgain(1) }
            return []
        },
        Action(
            "previous-match", [.character("N"), .function(15)], at: [.board], title: "Previous",
            help: "go to the match before, or search"
        ) { state in
            if state.list.searchText.isEmpty { state.openSearch() } else { state.searchAgain(-1) }
            return []
        },
        Action(
            "follow", [.character("F")], at: [.board], title: "Follow",
            help: "keep the row in sight when the order changes, or let it go", unless: { $0.whyNoLine }
        ) { state in
            state.list.followsRow.toggle()
            state.hasMoved = true
            state.keepInView()
            state.say(
                state.list.followsRow
                    ? "the screen follows this row" : "the screen stays where it is when rows change places")
            return []
        },
        Action(
            "right", [.character("l"), .right], at: [.board], title: "Right",
            help: "move long verdicts to the left, to read their end"
        ) { state in
            state.moveSideways(1)
            return []
        },
        Action(
            "left", [.character("h"), .left], at: [.board], title: "Left", help: "move long verdicts back"
        ) { state in
            state.moveSideways(-1)
            return []
        },
        Action(
            "names", [.character("i")], at: [.board], title: "Names",
            help: "show short names, full names or addresses"
        ) { state in
            state.naming = state.naming.next
            state.say("showing \(state.naming.words)")
            return []
        },
        Action(
            "columns", [.character("C"), .function(2)], at: [.board], title: "Columns",
            help: "choose the columns of this view", footer: 13,
            unless: { ViewTable[$0.view].hasColumnsToChoose ? nil : "this view has the same columns always" }
        ) { state in
            state.chooseColumns()
            return []
        },
        Action(
            "toggle-column", [.enter, .character(" ")], at: [.columns], title: "On/off",
            help: "show or hide the column under the cursor", footer: 1
        ) { state in
            state.toggleColumn()
            return []
        },
        Action(
            "zoom", [.character("z")], at: [.board, .detail], title: "Zoom",
            help: "give the whole screen to the list or the details, or share it again", unless: { $0.whyNoZoom }
        ) { state in
            state.isZoomed.toggle()
            state.keepInView()
            return []
        },
        Action(
            "header", [.character("#")], at: [.board, .detail], title: "Header",
            help: "hide or show the lines above; counts and cause stay"
        ) { state in
            state.showsHeader.toggle()
            state.keepInView()
            return []
        },
    ]
}
