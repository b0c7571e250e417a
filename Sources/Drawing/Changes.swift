/// The runs of cells in which one canvas differs from another.
package struct Changes: Sequence, IteratorProtocol {
    /// Neighbouring cells of one row that have to be painted.
    package struct Run: Hashable, Sendable {
        /// The row, counted from 0.
        package let row: Int
        /// The columns; never empty.
        package let columns: Range<Int>
    }

    private let earlier: Canvas
    private let later: Canvas
    private let sizesDiffer: Bool
    private var row: Int
    private var column = 0

    init(from earlier: Canvas, to later: Canvas) {
        self.earlier = earlier
        self.later = later
        sizesDiffer = earlier.size != later.size
        // Most frames repeat the last one, and comparing whole arrays is the quickest way to see it.
        let nothingToDo = later.size.width == 0 || (!sizesDiffer && later.hasSameCells(as: earlier))
        row = nothingToDo ? later.size.height : 0
    }

    /// The next run, row by row and from left to right; nil after the last.
    package mutating func next() -> Run? {
        while row < later.size.height {
            if sizesDiffer {
                defer { row += 1 }
                return Run(row: row, columns: 0..<later.size.width)
            }
            if let run = nextRunInRow() { return run }
            row += 1
            column = 0
        }
        return nil
    }

    private mutating func nextRunInRow() -> Run? {
        let old = earlier[row: row]
        let new = later[row: row]
        let base = new.startIndex
        let width = later.size.width
        while column < width, old[base + column] == new[base + column] {
            column += 1
        }
        guard column < width else { return nil }
        // The halves of a wide character differ from anything else in both cells, but a change of one half only can
        // happen where two wide characters overlap by one cell.
        let start = new[base + column].part == .trailing && column > 0 ? column - 1 : column
        while column < width, old[base + column] != new[base + column] || new[base + column].part == .trailing {
            column += 1
        }
        return Run(row: row, columns: start..<column)
    }
}
