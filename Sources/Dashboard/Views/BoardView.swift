import Drawing
import FleetModel

/// One way to look at the fleet: which lines there are, and what stands in them.
protocol BoardView: Sendable {
    var id: ViewID { get }
    /// On the strip, in the help and in the footer.
    var title: String { get }
    /// What its lines can be grouped by, its own way first; none when they cannot.
    var groupings: [Grouping] { get }
    /// What its lines can be sorted by, its own order first; none when they cannot.
    var sorts: [SortOrder] { get }
    /// The order of its lines in words, when it is always the same; nil when the user chooses it.
    var order: String? { get }
    /// Whether its columns are those of servers, of which the user chooses some.
    var hasColumnsToChoose: Bool { get }

    /// All lines in the order of the screen. Asked for when something has changed, never for a frame.
    func items(_ state: DashboardState) -> [BoardItem]

    /// The same with what its headings say; only for a view that has headings.
    func lines(_ state: DashboardState) -> BoardLines

    /// Whether the lines may be others once the changes are taken; asked for before that, and only while no filter hides
    /// anything.
    func isTouched(by changes: [ServerStatus], _ state: DashboardState) -> Bool

    /// How many rows stand above the lines on a grid of a height: the titles of the columns, and what else is there.
    func headingHeight(gridHeight: Int) -> Int

    /// The table that draws the lines, laid out for a width; one for each frame.
    func table(_ state: DashboardState, width: Int) -> any BoardTable

    /// What stands there when there is no line.
    func emptySentence(_ state: DashboardState) -> String
}

/// The lines of a view, laid out for one width. It draws what it is asked for, and knows nothing of the other lines.
protocol BoardTable {
    /// Draws the titles of the columns, and what stands above them, into a rectangle of the view's heading height.
    func drawHeading(in rect: Rect, on canvas: inout Canvas)

    /// Draws one line into the first row of a rectangle.
    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas)
}

extension BoardView {
    /// A view without groups.
    var groupings: [Grouping] { [] }

    /// A view of servers.
    var sorts: [SortOrder] { SortOrder.ofServers }

    /// A view whose order the user chooses.
    var order: String? { nil }

    /// A view with columns of its own.
    var hasColumnsToChoose: Bool { false }

    /// A view without headings.
    func lines(_ state: DashboardState) -> BoardLines { BoardLines(items: items(state)) }

    func isTouched(by changes: [ServerStatus], _ state: DashboardState) -> Bool { true }

    func headingHeight(gridHeight: Int) -> Int { gridHeight >= 6 ? 1 : 0 }

    /// The sentence for a list of servers.
    func emptySentence(_ state: DashboardState) -> String { state.whyNoServers }
}
