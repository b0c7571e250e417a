/// A rectangle of cells, laid out by cutting pieces off its edges.
///
/// A cut never takes more than there is, so an arrangement made for a large screen stays true down to one cell:
/// the pieces that find no room come out empty.
package struct Rect: Hashable, Sendable {
    /// The upper left cell.
    package private(set) var origin: Point
    /// Columns and rows covered.
    package private(set) var size: Size

    /// Makes a rectangle from its upper left cell and its size.
    package init(origin: Point = .origin, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// Makes a rectangle from its left column, top row, width and height.
    package init(column: Int, row: Int, width: Int, height: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(width: width, height: height))
    }

    /// Columns covered.
    package var width: Int { size.width }
    /// Rows covered.
    package var height: Int { size.height }
    /// The columns covered.
    package var columns: Range<Int> { origin.column..<origin.column + size.width }
    /// The rows covered.
    package var rows: Range<Int> { origin.row..<origin.row + size.height }
    /// Whether there is no cell in it.
    package var isEmpty: Bool { size.width == 0 || size.height == 0 }

    /// Takes at most `count` rows from the top and returns them.
    package mutating func cutTop(_ count: Int) -> Rect {
        let taken = min(max(0, count), height)
        let piece = Rect(origin: origin, size: Size(width: width, height: taken))
        origin.row += taken
        size = Size(width: width, height: height - taken)
        return piece
    }

    /// Takes at most `count` rows from the bottom and returns them.
    package mutating func cutBottom(_ count: Int) -> Rect {
        let taken = min(max(0, count), height)
        size = Size(width: width, height: height - taken)
        return Rect(column: origin.column, row: origin.row + height, width: width, height: taken)
    }

    /// Takes at most `count` columns from the left and returns them.
    package mutating func cutLeft(_ count: Int) -> Rect {
        let taken = min(max(0, count), width)
        let piece = Rect(origin: origin, size: Size(width: taken, height: height))
        origin.column += taken
        size = Size(width: width - taken, height: height)
        return piece
    }

    /// Takes at most `count` columns from the right and returns them.
    package mutating func cutRight(_ count: Int) -> Rect {
        let taken = min(max(0, count), width)
        size = Size(width: width - taken, height: height)
        return Rect(column: origin.column + width, row: origin.row, width: taken, height: height)
    }

    /// Returns the rectangle without a margin of `columns` at both sides and `rows` above and below.
    package func inset(columns: Int = 1, rows: Int = 1) -> Rect {
        var inner = self
        _ = inner.cutLeft(columns)
        _ = inner.cutRight(columns)
        _ = inner.cutTop(rows)
        _ = inner.cutBottom(rows)
        return inner
    }

    /// Returns one row of it, counted from 0 at its top; empty when there is no such row.
    package func row(_ index: Int) -> Rect {
        let exists = (0..<height).contains(index)
        return Rect(
            column: origin.column, row: origin.row + (exists ? index : 0), width: width, height: exists ? 1 : 0)
    }

    /// Returns the part that lies inside `other` too.
    package func intersection(_ other: Rect) -> Rect {
        let columns = columns.clamped(to: other.columns)
        let rows = rows.clamped(to: other.rows)
        return Rect(column: columns.lowerBound, row: rows.lowerBound, width: columns.count, height: rows.count)
    }
}
