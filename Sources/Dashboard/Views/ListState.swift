import FleetModel

/// Where the user is in a view, and how it is sorted and filtered; each view keeps its own.
struct ListState: Sendable {
    /// What the rows are sorted by.
    var sort = SortOrder.severity
    /// The filter as typed.
    var filterText = ""
    /// What the rows are grouped by; nil for what the view itself does.
    var grouping: Grouping?
    /// The groups that the user has folded or unfolded; they stay so when they grow, shrink, go and come back.
    var turned: Set<GroupID> = []
    /// The lines that show what belongs to them; they stay so when they go and come back.
    var unfolded: Set<BoardItem> = []
    /// The line under the cursor, wherever it stands; nil when there is none.
    var selected: BoardItem?
    /// Where it stood, so that the cursor stays in place when it goes.
    var cursor = 0
    /// The first line on the screen.
    var firstVisible = 0
    /// Whether the user has ever moved. Until then the cursor stays on top, whatever comes up there.
    var hasMoved = false
}
