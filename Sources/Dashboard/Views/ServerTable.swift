import Drawing
import FleetModel

/// A line for each server: its state, its layers, its certificate, its verdict.
struct ServerTable: BoardTable {
    private let state: DashboardState
    /// Where its columns stand.
    let places: [ColumnPlace<ColumnID>]

    /// Lays the columns out that the user wants in the view in front.
    init(_ state: DashboardState, width: Int) {
        self.state = state
        places = GridLayout.places(width: width, setting: state.gridSetting, hidden: state.hiddenColumns)
    }

    func drawHeading(in rect: Rect, on canvas: inout Canvas) {
        let sorted = state.list.sort.column
        for place in places {
            var title = place.column.id == .layers ? LayersColumn.title(width: place.width) : place.column.title
            // One letter of a title says nothing.
            if place.width == 1 { title = "" }
            if place.column.id == sorted {
                title = state.list.sortedTitle(title, width: place.width)
            }
            canvas.put(
                place.fit(title), at: Point(column: rect.origin.column + place.start, row: rect.origin.row),
                style: Style(.heading), maxWidth: place.width)
        }
    }

    func draw(_ item: BoardItem, in rect: Rect, on canvas: inout Canvas) {
        switch item {
        case .server(let index): draw(GridRow(index, state), in: rect, on: &canvas)
        case .gateway(let id):
            if let row = GridRow(gateway: id, state) { draw(row, in: rect, on: &canvas) }
        case .group(let id):
            GroupLine.line(id, state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
        case .site, .certificate, .event, .eventFold: break
        }
    }

    /// Draws a line of which everything is known; one whose news are overdue is dim as a whole.
    func draw(_ row: GridRow, in rect: Rect, on canvas: inout Canvas) {
        for place in places {
            let point = Point(column: rect.origin.column + place.start, row: rect.origin.row)
            ColumnTable[place.column.id]?.draw(row, place, point, &canvas)
        }
        if row.isStale { canvas.restyle(rect.row(0)) { Style(.stale, $0.attributes) } }
    }
}

extension ListState {
    /// The title of the column that the lines are sorted by, with the direction at its end.
    func sortedTitle(_ title: String, width: Int) -> String {
        clip(title, to: width - 1, ellipsis: "") + (sort.isDescending != isReversed ? "v" : "^")
    }
}

extension DashboardState {
    /// Whether names stand further right below headings. Where there is room, that is kept free while all are folded, too,
    /// so that no column moves when one is unfolded.
    private var hasIndent: Bool { size.width >= 80 ? !board.groups.isEmpty : !board.belowHeadings.isEmpty }

    /// What the columns have to know to lay themselves out.
    var gridSetting: GridSetting {
        GridSetting(
            screenWidth: size.width, longestName: naming.longest(in: rows), hasSites: rows.hasSites,
            indent: hasIndent ? GridRow.indent.count : 0, sorted: list.sort.column)
    }

    /// The columns that the user does not want in the view in front.
    var hiddenColumns: Set<ColumnID> { list.hiddenColumns ?? setup.columns.hidden }
}
