import Drawing

/// The line that names the tabs, the one in front in brackets.
enum TabLine {
    /// All titles, or all short ones, or only the tab in front and how many there are: whatever fits first.
    static func line(_ current: DetailTabID, width: Int) -> Line {
        let tabs = DetailTabTable.tabs
        let lines = [all(current) { $0.title }, all(current) { $0.shortTitle }]
        let place = (tabs.firstIndex { $0.id == current } ?? 0) + 1
        let tab = DetailTabTable[current]
        let alone = Line("[\(tab.title)]", .strong).adding(" \(place) of \(tabs.count)", .dim)
        return lines.first { $0.width <= width } ?? (alone.width <= width ? alone : Line("[\(tab.title)]", .strong))
    }

    /// Each title takes the same cells whether it is in front or not, so that nothing moves when another one is.
    private static func all(_ current: DetailTabID, _ title: (DetailTab) -> String) -> Line {
        DetailTabTable.tabs.reduce(Line()) { line, tab in
            tab.id == current
                ? line.adding("[\(title(tab))]", .strong) : line.adding(" \(title(tab)) ", .dim)
        }
    }
}
