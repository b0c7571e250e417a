/// All views in the order of their numbers.
enum ViewTable {
    /// Each view once.
    static let views: [any BoardView] = [
        ProblemsView(), AllView(), GatewaysView(), SitesView(),
    ]

    /// A view by its name.
    static subscript(id: ViewID) -> any BoardView { byID[id] ?? AllView() }

    private static let byID: [ViewID: any BoardView] = Dictionary(
        views.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
