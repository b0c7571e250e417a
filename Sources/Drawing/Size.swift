/// A width and a height in terminal cells; never negative.
package struct Size: Hashable, Sendable {
    /// Columns, at least 0.
    package let width: Int
    /// Rows, at least 0.
    package let height: Int

    /// Makes a size; negative numbers count as 0.
    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// No cell at all.
    package static let zero = Size(width: 0, height: 0)

    /// Returns this size, cut to at most `limit` in either direction.
    package func limited(to limit: Size) -> Size {
        Size(width: min(width, limit.width), height: min(height, limit.height))
    }
}
