import Drawing

/// One way to look at the fleet: which lines there are, and what stands in them.
protocol BoardView: Sendable {
    var id: ViewID { get }
    /// On the strip, in the help and in the footer.
    var title: String { get }
    /// What its lines can be grouped by, its own way first; none when they cannot.
    var groupings: [Grouping] { get }

    /// All lines in the order of the screen. Asked for when something has changed, never for a frame.
    func items(_ state: DashboardState) -> [BoardItem]

    /// The same with what its headings say; only for a view that has headings.
    func lines(_ state: DashboardState) -> BoardLines

    /// The table that draws the lines, laid out for a width; one for each frame.
    func table(_ state: DashboardState, width: Int) -> any BoardTable

    /// What stands there when there is no line.
    func emptySentence(_ state: DashboardState) -> String
}

/// The lines of a view, laid out for one width. It draws what it is asked for, and knows nothing of the other lines.
protocol BoardTable {
    /// Draws the titles of the columns into the first row of a rectangle.
    func drawHeading(in rect: Rect, on canvas: inout Canvas)

    /// Draws one line into the first row of a rectangle.
    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas)
}

extension BoardView {
    /// A view without groups.
    var groupings: [Grouping] { [] }

    /// A view without headings.
    func lines(_ state: DashboardState) -> BoardLines { BoardLines(items: items(state)) }

    /// The sentence for a list of servers.
    func emptySentence(_ state: DashboardState) -> String { state.whyNoServers }
}
