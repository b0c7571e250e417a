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
        if (view, ownView) != (before.view, before.ownView) { (merged.view, merged.ownView) = (view, ownView) }
        if theme != before.theme { merged.theme = theme }
        if mouse != before.mouse { merged.mouse = mouse }
        // What this board has never heard of, such as a view that only another board's configuration has, stays as it is.
        for view in Set(lists.keys).union(before.lists.keys) {
            let (own, last, other) = (lists[view], before.lists[view], there.lists[view])
            let list = (own ?? KeptList()).merged(since: last ?? KeptList(), into: other ?? KeptList())
            merged.lists[view] = list.isEmpty ? nil : list
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
