import Drawing

/// The columns to choose from, each with a mark when it is wanted.
enum ColumnText {
    /// One line for each column.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        let places = Set(ServerTable(state, width: state.gridWidth).places.map(\.column.id))
        return ColumnTable.columns.map { column in
            let isWanted = !column.isOptional || !state.hiddenColumns.contains(column.id)
            let mark = column.isOptional ? (isWanted ? " [x] " : " [ ] ") : "  x  "
            let line = Line(mark, isWanted ? .strong : .dim).adding(pad(column.id.rawValue, to: 13), .key)
                .adding(column.help)
            return isWanted && !places.contains(column.id) ? line.adding(" (no room now)", .dim) : line
        }
    }
}
