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
        let isDescending = state.list.sort.isDescending != state.list.isReversed
        for place in places {
            var title = place.column.id == .layers ? LayersColumn.title(width: place.width) : place.column.title
            // One letter of a title says nothing.
            if place.width == 1 { title = "" }
            if place.column.id == sorted {
                let room = place.width - 1
                title = clip(title, to: room, ellipsis: "") + (isDescending ? "v" : "^")
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

extension DashboardState {
    /// What the columns have to know to lay themselves out.
    var gridSetting: GridSetting {
        GridSetting(screenWidth: size.width, longestName: naming.longest(in: rows), hasSites: rows.hasSites)
    }

    /// The columns that the user does not want in the view in front.
    var hiddenColumns: Set<ColumnID> { list.hiddenColumns ?? setup.columns.hidden }
}
