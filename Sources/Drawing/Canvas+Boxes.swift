extension Canvas {
    /// Draws a box along the edge of a rectangle, with a title in its upper side.
    ///
    /// A rectangle with fewer than two rows or columns has no room for a box and stays as it is.
    package mutating func box(
        _ rect: Rect, glyphs: Glyphs, title: String = "", style: Style = Style(.border),
        titleStyle: Style = Style(.title)
    ) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let right = rect.columns.upperBound - 1
        let bottom = rect.rows.upperBound - 1
        let inside = rect.inset(columns: 1, rows: 0)
        fill(
            Rect(column: inside.origin.column, row: rect.origin.row, width: inside.width, height: 1),
            with: glyphs.horizontal, style: style)
        fill(
            Rect(column: inside.origin.column, row: bottom, width: inside.width, height: 1),
            with: glyphs.horizontal, style: style)
        for column in [rect.origin.column, right] {
            fill(
                Rect(column: column, row: rect.origin.row, width: 1, height: rect.height),
                with: glyphs.vertical, style: style)
        }
        let corners = [
            (glyphs.topLeft, rect.origin.column, rect.origin.row), (glyphs.topRight, right, rect.origin.row),
            (glyphs.bottomLeft, rect.origin.column, bottom), (glyphs.bottomRight, right, bottom),
        ]
        for (corner, column, row) in corners {
            fill(Rect(column: column, row: row, width: 1, height: 1), with: corner, style: style)
        }
        guard !title.isEmpty, rect.width >= 6 else { return }
        let shown = clip(title, to: rect.width - 5, ellipsis: String(glyphs.ellipsis))
        put(" \(shown) ", at: Point(column: rect.origin.column + 2, row: rect.origin.row), style: titleStyle)
    }

    /// Draws a level line through a rectangle's first row, with a title near its left end.
    package mutating func rule(
        _ rect: Rect, glyphs: Glyphs, title: String = "", style: Style = Style(.border),
        titleStyle: Style = Style(.title)
    ) {
        let line = rect.row(0)
        fill(line, with: glyphs.horizontal, style: style)
        guard !title.isEmpty, line.width >= 6 else { return }
        let shown = clip(title, to: line.width - 5, ellipsis: String(glyphs.ellipsis))
        put(" \(shown) ", at: Point(column: line.origin.column + 2, row: line.origin.row), style: titleStyle)
    }
}
