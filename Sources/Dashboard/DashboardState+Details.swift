extension DashboardState {
    /// The line of the tab in front that stands on top.
    var detailScroll: Int {
        get { detailScrolls[detailTab] ?? 0 }
        set { detailScrolls[detailTab] = newValue }
    }

    /// Opens the details of the selected server where they say what it is.
    mutating func openDetails() {
        isDetailOpen = true
        detailTab = .overview
        goToTopOfDetails()
    }

    /// Goes to the top of every tab, as for another server.
    mutating func goToTopOfDetails() { detailScrolls = [:] }

    /// Brings the tab so many places further to the front, where it was left.
    mutating func turnTab(_ distance: Int) {
        detailTab = DetailTabTable.tab(distance, after: detailTab)
        detailScroll = max(0, min(detailScroll, detailRoom.last))
    }
}
