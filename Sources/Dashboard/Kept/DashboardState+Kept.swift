import Drawing
import FleetModel

extension DashboardState {
    /// How the user has arranged the screen, for the next run.
    package var kept: KeptScreen {
        var kept = KeptScreen()
        kept.view = view
        kept.theme = chosenTheme == setup.theme ? nil : chosenTheme
        kept.mouse = isMouseOn == setup.mouse ? nil : isMouseOn
        for id in lists.keys {
            let list = KeptList(settledList(of: id), of: ViewTable[id], in: rows)
            kept.lists[id] = list.isEmpty ? nil : list
        }
        return kept
    }

    /// Arranges the screen as it was kept, before anything is known.
    mutating func restore(_ kept: KeptScreen) {
        chosenTheme = kept.theme
        theme = setup.askedTheme ?? kept.theme ?? theme
        isMouseOn = kept.mouse ?? isMouseOn
        view = kept.view ?? view
        var strange = kept.strange
        for (id, list) in kept.lists {
            let (list, isWhole) = list.restored(in: ViewTable[id], rows)
            lists[id] = list
            if !isWhole { strange.append("the filter of \(ViewTable[id].title)") }
        }
        arrangeRows()
        guard !strange.isEmpty else { return }
        say("of what was kept last time, this is not understood and left out: \(strange.joined(separator: ", "))")
    }

    /// A view without what is only tried while a line is being typed.
    private func settledList(of id: ViewID) -> ListState {
        var list = lists[id] ?? ListState(of: ViewTable[id])
        guard id == view, ownView == nil else { return list }
        switch prompt {
        case .filter(_, let before): list.filterText = before
        case .search(_, let before): list = before
        case .write, .command, .help, .find, .menu, .text, .question, nil: break
        }
        return list
    }
}

extension KeptList {
    /// What differs in a list from what its view itself does.
    init(_ list: ListState, of view: any BoardView, in rows: Rows) {
        let usual = ListState(of: view)
        sort = list.sort == usual.sort ? nil : list.sort
        isReversed = list.isReversed ? true : nil
        filter = list.filterText.isEmpty ? nil : list.filterText
        grouping = list.grouping == view.groupings.first ? nil : list.grouping
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
    func restored(in view: any BoardView, _ rows: Rows) -> (list: ListState, isWhole: Bool) {
        var list = ListState(of: view)
        if let sort, view.sorts.contains(sort) { list.sort = sort }
        list.isReversed = isReversed == true && !view.sorts.isEmpty
        let text = CleanText.clean(filter ?? "", limit: 1_024)
        let isUnderstood = Filter.parseWhileTyping(text).mistake == nil
        list.filterText = isUnderstood ? text : ""
        list.isFilterKept = !list.filterText.isEmpty
        if let grouping, view.groupings.contains(grouping) { list.grouping = grouping }
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
