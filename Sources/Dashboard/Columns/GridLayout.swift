import Drawing

/// Where the columns of a list stand, and what goes first when the screen is narrow.
enum GridLayout {
    /// The columns that find a place in `width` cells, from left to right.
    static func places(
        width: Int, setting: GridSetting, hidden: Set<ColumnID> = []
    ) -> [ColumnPlace<ColumnID>] {
        let columns = ColumnTable.columns.compactMap { column -> Column<ColumnID>? in
            if column.isOptional, hidden.contains(column.id) { return nil }
            guard var room = column.room(setting) else { return nil }
            // The mark of the order stands behind the heading, and not on it; a column of one sign has no heading.
            if column.id == setting.sorted, room.minimum > 1 {
                room.minimum = max(room.minimum, column.title.count + 1)
                room.ideal = max(room.ideal, room.minimum)
            }
            return Column(
                column.id, title: column.title, minimum: room.minimum, ideal: room.ideal,
                alignment: column.alignment, stretches: column.stretches)
        }
        return ColumnLayout.places(of: columns, narrowing: narrowing, width: width)
    }

    /// The layers lose their blanks before columns go that say something: that loses nothing.
    private static let narrowing: [Narrowing<ColumnID>] = [
        .shrink(.diagnosis), .limit(.history, 10), .drop(.history), .drop(.site), .drop(.roundTrip),
        .limit(.layers, LayersColumn.spaced), .limit(.layers, LayersColumn.tight), .shrink(.name), .drop(.since),
        .drop(.certificate), .drop(.layers), .drop(.flag),
    ]
}
