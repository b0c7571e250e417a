import Drawing

extension Action {
    /// Putting lines under headings, and folding them.
    static let groups = [
        Action(
            "group", [.character("t")], at: [.board], title: "Group",
            help: "group by site, first tag, gateway, cause, owner or state", footer: 12,
            unless: { ViewTable[$0.view].groupings.isEmpty ? "this view has no groups" : nil }
        ) { state in
            state.prompt = .menu(.groupings(ViewTable[state.view].groupings))
            return []
        },
        Action(
            "unfold", [.character("+")], at: [.board], title: "Unfold", help: "show the servers of a heading",
            unless: { $0.groupUnderCursor == nil ? "this line is no heading" : nil }
        ) { state in
            if let group = state.groupUnderCursor { state.setOpen(group, true) }
            return []
        },
        Action(
            "fold", [.character("-")], at: [.board], title: "Fold", help: "put the servers away under their heading",
            unless: { $0.groupUnderCursor == nil ? "this line stands below no heading" : nil }
        ) { state in
            if let group = state.groupUnderCursor { state.setOpen(group, false) }
            return []
        },
        Action(
            "fold-all", [.character("*")], at: [.board], title: "Fold all",
            help: "unfold everything, or fold everything",
            unless: { $0.board.groups.isEmpty ? "there is no heading in this view" : nil }
        ) { state in
            state.turnAllGroups()
            return []
        },
        Action(
            "problems-only", [.character("f")], at: [.board], title: "Problems only",
            help: "show only servers with a problem, or the others, too",
            unless: { $0.view == .problems ? "this view shows nothing else" : nil }
        ) { state in
            state.toggleProblemsOnly()
            return []
        },
        Action(
            "jump-to-cause", [.character("J")], at: [.board], title: "Cause",
            help: "go to what explains this line, or most of what is wrong: a gateway, or a heading",
            unless: { $0.jumpTarget != nil ? nil : "nothing explains what is on this line" }
        ) { state in
            state.jumpToCause()
            return []
        },
    ]
}

extension Menu {
    /// What to group by.
    static func groupings(_ groupings: [Grouping]) -> Menu {
        Menu(
            title: "group by",
            choices: groupings.map { grouping in
                Choice(key: .character(grouping.key), title: grouping.rawValue) { state in
                    state.group(by: grouping)
                    return []
                }
            })
    }
}

extension Grouping {
    /// The key that chooses it.
    fileprivate var key: Character {
        switch self {
        case .none: "n"
        case .cause: "c"
        case .site: "s"
        case .tag: "t"
        case .gateway: "g"
        case .owner: "o"
        case .state: "a"
        }
    }
}
