import Drawing
import FleetModel

extension DashboardState {
    /// How the user has arranged the screen, for the next run.
    package var kept: KeptScreen {
        var kept = KeptScreen()
        kept.view = view
        if case .own(let own) = front { kept.ownView = own.name }
        kept.theme = chosenTheme == setup.theme ? nil : chosenTheme
        kept.mouse = isMouseOn == setup.mouse ? nil : isMouseOn
        for view in lists.keys {
            let list = KeptList(settledList(of: view), of: view, in: rows)
            kept.lists[view] = list.isEmpty ? nil : list
        }
        return kept
    }

    /// Arranges the screen as it was kept, before anything is known.
    mutating func restore(_ kept: KeptScreen) {
        chosenTheme = kept.theme
        theme = setup.askedTheme ?? kept.theme ?? theme
        isMouseOn = kept.mouse ?? isMouseOn
        let own = setup.ownViews.first { $0.name == kept.ownView }
        front = own.map(NumberedView.own) ?? .program(kept.view ?? view)
        var strange = kept.strange
        for (view, list) in stillMeant(kept.lists) {
            let (list, isWhole) = list.restored(in: view, rows)
            lists[view] = list
            if !isWhole { strange.append("the filter of \(view.title)") }
        }
        arrangeRows()
        guard !strange.isEmpty else { return }
        say("of what was kept last time, this is not understood and left out: \(strange.joined(separator: ", "))")
    }

    /// What was arranged, without what the user has described anew since: that was edited last, and so it counts. What was
    /// arranged in a view that is not there at all is kept for when it comes back, as long as there is room.
    private func stillMeant(_ lists: [NumberedView: KeptList]) -> [NumberedView: KeptList] {
        let names = Set(setup.ownViews.map(\.name))
        let absent = lists.keys.compactMap(\.own).filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
        let room = KeptScreen.mostOwnViews - OwnView.keys.count
        let meant = Set(setup.ownViews + absent.prefix(room))
        return lists.filter { view, _ in view.own.map(meant.contains) ?? true }
    }

    /// A view without what is only tried while a line is being typed.
    private func settledList(of view: NumberedView) -> ListState {
        var list = lists[view] ?? view.list
        guard view == front else { return list }
        switch prompt {
        case .filter(_, let before): list.filterText = before
        case .search(_, let before): list = before
        case .write, .command, .help, .find, .menu, .text, .question, nil: break
        }
        return list
    }
}

extension KeptList {
    /// What differs in a list from how its view is at first.
    init(_ list: ListState, of view: NumberedView, in rows: Rows) {
        let usual = view.list
        let ofItself = ViewTable[view.view].groupings.first
        sort = list.sort == usual.sort ? nil : list.sort
        isReversed = list.isReversed ? true : nil
        filter = list.filterText == usual.filterText ? nil : list.filterText
        let (grouping, usualGrouping) = (list.grouping ?? ofItself, usual.grouping ?? ofItself)
        self.grouping = grouping == usualGrouping ? nil : grouping
        let turned = list.turned.map { .group($0) } + list.unfolded
        let names = turned.compactMap { KeptName.of($0, in: rows) }.sorted()
        self.turned = names.isEmpty ? nil : names
        hiddenColumns = list.hiddenColumns.map { hidden in ColumnID.allCases.filter(hidden.contains) }
        let line = list.hasMoved ? list.selected : list.awaited
        cursor = line.flatMap { KeptName.of($0, in: rows) }
    }

    /// The most lines of a view whose folding is taken from a file.
    private static let mostTurned = 10_000

    /// The list as it was, and whether its filter was understood.
    func restored(in view: NumberedView, _ rows: Rows) -> (list: ListState, isWhole: Bool) {
        let program = ViewTable[view.view]
        var list = view.list
        if let sort, program.sorts.contains(sort) { list.sort = sort }
        list.isReversed = isReversed == true && !program.sorts.isEmpty
        let text = filter.map { CleanText.clean($0, limit: 1_024) } ?? list.filterText
        let isUnderstood = Filter.parseWhileTyping(text).mistake == nil
        if isUnderstood { list.filterText = text }
        list.isFilterKept = list.filterText != view.list.filterText
        if let grouping, program.groupings.contains(grouping) { list.grouping = grouping }
        for item in (turned ?? []).prefix(Self.mostTurned).compactMap({ KeptName.item($0, in: rows) }) {
            if case .group(let id) = item { list.turned.insert(id) } else { list.unfolded.insert(item) }
        }
        list.hiddenColumns = hiddenColumns.map { hidden in
            Set(hidden.filter { ColumnTable[$0]?.isOptional == true })
        }
        list.awaited = cursor.flatMap { KeptName.item($0, in: rows) }
        return (list, isUnderstood)
    }
}
