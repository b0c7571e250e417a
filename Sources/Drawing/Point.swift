/// A place on a canvas in cells, counted from 0 at the upper left; it may lie outside.
package struct Point: Hashable, Sendable {
    /// Cells from the left edge.
    package var column: Int
    /// Cells from the upper edge.
    package var row: Int

    /// Makes a place from its column and row.
    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// The upper left corner.
    package static let origin = Point(column: 0, row: 0)
}
