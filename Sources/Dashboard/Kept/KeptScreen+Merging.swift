extension KeptScreen {
    /// What is to be kept when another board may have kept something meanwhile: what was changed here, and beside it what
    /// is kept now.
    ///
    /// - Parameters:
    ///   - before: What this board kept or found the last time.
    ///   - there: What is kept now.
    /// - Returns: What to keep; without what was not understood there.
    package func merged(since before: KeptScreen, into there: KeptScreen) -> KeptScreen {
        var merged = there
        merged.strange = []
        if view != before.view { merged.view = view }
        if theme != before.theme { merged.theme = theme }
        if mouse != before.mouse { merged.mouse = mouse }
        for id in ViewID.allCases {
            let (own, last, other) = (lists[id], before.lists[id], there.lists[id])
            let list = (own ?? KeptList()).merged(since: last ?? KeptList(), into: other ?? KeptList())
            merged.lists[id] = list.isEmpty ? nil : list
        }
        return merged
    }
}

extension KeptList {
    /// The same for one view. An order is one thing with its direction, and groups are one with what is folded of them.
    func merged(since before: KeptList, into there: KeptList) -> KeptList {
        var merged = there
        merged.strange = []
        if (sort, isReversed) != (before.sort, before.isReversed) {
            (merged.sort, merged.isReversed) = (sort, isReversed)
        }
        if filter != before.filter { merged.filter = filter }
        if (grouping, turned) != (before.grouping, before.turned) {
            (merged.grouping, merged.turned) = (grouping, turned)
        }
        if hiddenColumns != before.hiddenColumns { merged.hiddenColumns = hiddenColumns }
        if cursor != before.cursor { merged.cursor = cursor }
        return merged
    }
}
