/// A grid of cells to draw on, of fixed size, without any terminal behind it.
///
/// Whatever lies outside is cut off: writing never fails and never reaches beyond an edge. Each cell holds one visible
/// scalar; control characters and zero-width scalars are left out, and a character two cells wide is either there with
/// both halves or replaced by a blank.
package struct Canvas: Equatable, Sendable {
    /// Columns and rows.
    package let size: Size
    private var cells: [Cell]

    /// The most a canvas measures in either direction; larger sizes are cut to it.
    ///
    /// A terminal may claim 65,535 by 65,535, which would be 32 GiB of cells.
    package static let largest = Size(width: 2_000, height: 1_000)

    /// Makes an empty canvas, no larger than `largest`.
    package init(size: Size) {
        self.size = size.limited(to: Self.largest)
        cells = Array(repeating: .blank, count: self.size.width * self.size.height)
    }

    /// The whole canvas as a rectangle.
    package var bounds: Rect { Rect(size: size) }

    /// The cell at a place, or nil outside.
    package subscript(column: Int, row: Int) -> Cell? {
        guard (0..<size.width).contains(column), (0..<size.height).contains(row) else { return nil }
        return cells[row * size.width + column]
    }

    /// The cells of one row from left to right; empty outside.
    package subscript(row row: Int) -> ArraySlice<Cell> {
        guard (0..<size.height).contains(row) else { return [] }
        return cells[row * size.width..<(row + 1) * size.width]
    }

    /// The cells of a run, which has to be one of this canvas's own changes.
    package subscript(run: Changes.Run) -> ArraySlice<Cell> {
        let row = self[row: run.row]
        let columns = run.columns.clamped(to: 0..<row.count)
        return row[row.startIndex + columns.lowerBound..<row.startIndex + columns.upperBound]
    }

    /// Writes text from a place to the right.
    ///
    /// - Parameters:
    ///   - text: what to write; line breaks and other control characters are left out.
    ///   - point: where the first character goes; a place left of the canvas shows the rest of the text.
    ///   - style: how it looks.
    ///   - maxWidth: the most cells to cover; by default up to the right edge.
    /// - Returns: how many cells it covers, counted from that place.
    @discardableResult
    package mutating func put(
        _ text: some StringProtocol, at point: Point, style: Style = .normal, maxWidth: Int = .max
    ) -> Int {
        guard (0..<size.height).contains(point.row), maxWidth > 0, point.column < size.width else { return 0 }
        let (sum, overflow) = point.column.addingReportingOverflow(maxWidth)
        let end = overflow ? size.width : min(size.width, sum)
        var column = point.column
        for scalar in text.unicodeScalars {
            guard column < end else { break }
            let width = TextWidth.cells(of: scalar)
            guard width > 0 else { continue }
            if width == 1 {
                set(Cell(scalar, style), column, point.row)
            } else if column >= 0, column + 1 < end {
                set(Cell(scalar, style, .leading), column, point.row)
                set(Cell(scalar, style, .trailing), column + 1, point.row)
            } else {
                // Half a character cannot be shown: the half inside becomes a blank.
                set(Cell(" ", style), column < 0 ? column + 1 : column, point.row)
            }
            column = min(column + width, end)
        }
        return column - point.column
    }

    /// Lays another canvas on this one with its upper left cell at a place.
    package mutating func put(_ other: Canvas, at point: Point) {
        let covered = Rect(origin: point, size: other.size).intersection(bounds)
        for row in covered.rows {
            let source = (row - point.row) * other.size.width - point.column
            for column in covered.columns {
                let cell = other.cells[source + column]
                let cutLeft = cell.part == .trailing && column == covered.columns.lowerBound
                let cutRight = cell.part == .leading && column == covered.columns.upperBound - 1
                set(cutLeft || cutRight ? Cell(" ", cell.style) : cell, column, row)
            }
        }
    }

    /// Fills a rectangle with one character; a character that is not one cell wide fills it with blanks.
    package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .normal) {
        let cell = Cell(TextWidth.cells(of: scalar) == 1 ? scalar : " ", style)
        let covered = rect.intersection(bounds)
        for row in covered.rows {
            for column in covered.columns {
                set(cell, column, row)
            }
        }
    }

    /// Adds attributes to everything in a rectangle, as for the row under the cursor.
    package mutating func add(_ attributes: Style.Attributes, to rect: Rect) {
        restyle(rect) { $0.adding(attributes) }
    }

    /// Changes the style of every cell in a rectangle.
    package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let covered = rect.intersection(bounds)
        guard !covered.isEmpty else { return }
        for row in covered.rows {
            var columns = covered.columns
            // Both halves of a wide character keep one style.
            if cells[row * size.width + columns.lowerBound].part == .trailing {
                columns = columns.lowerBound - 1..<columns.upperBound
            }
            if cells[row * size.width + columns.upperBound - 1].part == .leading {
                columns = columns.lowerBound..<columns.upperBound + 1
            }
            for column in columns {
                let index = row * size.width + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// The rows as text, without the blanks at their ends.
    package var lines: [String] {
        (0..<size.height).map { row in
            var line = String.UnicodeScalarView()
            let cells = self[row: row]
            let end = cells.lastIndex { $0.scalar != " " }.map { $0 + 1 } ?? cells.startIndex
            for cell in cells[cells.startIndex..<end] where cell.part != .trailing {
                line.append(cell.scalar)
            }
            return String(line)
        }
    }

    /// The meaning of each cell, row by row, as the letters of `Role`, for the attribute layer of a golden screen.
    ///
    /// A cell in added reverse shows as `R`, whatever it means.
    package var styleLines: [String] {
        (0..<size.height).map { row in
            String(self[row: row].map { $0.style.attributes.contains(.reverse) ? "R" : $0.style.role.letter })
        }
    }

    /// The runs of cells that differ from an earlier canvas, from top to bottom and left to right.
    ///
    /// A run never splits a wide character. When the sizes differ, every row is one run.
    package func changes(since earlier: Canvas) -> Changes {
        Changes(from: earlier, to: self)
    }

    func hasSameCells(as other: Canvas) -> Bool {
        cells == other.cells
    }

    /// Writes one cell inside the canvas and blanks what is left of a wide character it cuts in two.
    private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
        guard (0..<size.width).contains(column) else { return }
        let index = row * size.width + column
        let old = cells[index]
        if old.part == .trailing, cell.part != .trailing, column > 0 {
            cells[index - 1] = Cell(" ", cells[index - 1].style)
        }
        if old.part == .leading, column + 1 < size.width {
            cells[index + 1] = Cell(" ", cells[index + 1].style)
        }
        cells[index] = cell
    }
}
