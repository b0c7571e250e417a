import FleetModel

/// Where the user is in a view, and how it is sorted and filtered; each view keeps its own.
struct ListState: Sendable {
    /// What the rows are sorted by.
    var sort: SortOrder
    /// Whether the order is the other way round.
    var isReversed = false
    /// The filter as typed.
    var filterText = ""
    /// Whether the filter is the one of the last run, which the user may have forgotten.
    var isFilterKept = false
    /// What was last searched for, as typed; empty when nothing was.
    var searchText = ""
    /// The columns that are not wanted; nil for those that the configuration leaves out.
    var hiddenColumns: Set<ColumnID>?
    /// How far the verdicts are moved to the left.
    var shift = 0
    /// Whether the screen goes where the server under the cursor goes when the order changes.
    var followsRow = false
    /// What the rows are grouped by; nil for what the view itself does.
    var grouping: Grouping?
    /// The groups that the user has folded or unfolded; they stay so when they grow, shrink, go and come back.
    var turned: Set<GroupID> = []
    /// The certificates and stories that show what belongs to them; they stay so when they go and come back.
    var unfolded: Set<BoardItem> = []
    /// The line under the cursor, wherever it stands; nil when there is none.
    var selected: BoardItem?
    /// The line that was under the cursor in the last run. The cursor goes there as soon as the line is there, until the
    /// first sweep is over or the user moves; nil when there is none to wait for.
    var awaited: BoardItem?
    /// Where it stood, so that the cursor stays in place when it goes.
    var cursor = 0
    /// The first line on the screen.
    var firstVisible = 0
    /// Whether the user has ever moved. Until then the cursor stays on top, whatever comes up there.
    var hasMoved = false

    /// A view as it is at first.
    init(of view: any BoardView) { sort = view.sorts.first ?? .severity }
}
