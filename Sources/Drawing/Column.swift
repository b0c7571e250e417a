/// A column of a table: what it is called and how wide it would like to be.
package struct Column<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Which column it is.
    package let id: ID
    /// The text above it.
    package let title: String
    /// The fewest cells that still say something.
    package let minimum: Int
    /// The cells it takes when there is room.
    package let ideal: Int
    /// Where its text stands.
    package let alignment: Alignment
    /// Whether it takes cells beyond its ideal that nobody else needs.
    package let stretches: Bool

    /// Makes a column; `minimum` is at least 1, `ideal` at least `minimum`.
    package init(
        _ id: ID, title: String, minimum: Int, ideal: Int, alignment: Alignment = .left, stretches: Bool = false
    ) {
        self.id = id
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.alignment = alignment
        self.stretches = stretches
    }
}

/// One thing to give up when a table is wider than its place.
package enum Narrowing<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Takes from a column what is missing, down to its minimum.
    case shrink(ID)
    /// Sets a column to its minimum, for a column that has two forms and nothing between.
    case condense(ID)
    /// Sets a column to so many cells where it has more, for a column that has several forms and nothing between.
    case limit(ID, Int)
    /// Leaves a column out.
    case drop(ID)
}

/// Where a column stands in a row.
package struct ColumnPlace<ID: Hashable & Sendable>: Hashable, Sendable {
    /// The column.
    package let column: Column<ID>
    /// Cells from the left edge of the table.
    package let start: Int
    /// Cells it takes; at least 1.
    package let width: Int

    /// Returns a value cut and aligned to the column.
    package func fit(_ text: some StringProtocol, ellipsis: String = "~") -> String {
        pad(text, to: width, column.alignment, ellipsis: ellipsis)
    }
}
