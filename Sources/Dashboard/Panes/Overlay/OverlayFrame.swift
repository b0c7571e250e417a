import Drawing

/// The frame of what lies on top of everything else, on a screen that has room for one.
struct OverlayFrame {
    /// The whole, frame included.
    let rect: Rect
    private let isDrawn: Bool
    /// Longer lines are hard to read.
    private static let widestText = 100

    /// A frame around a rectangle.
    init(_ rect: Rect) {
        self.rect = rect
        isDrawn = rect.width >= 30 && rect.height >= 6
    }

    /// Where the text stands.
    var inside: Rect { isDrawn ? rect.inset(columns: 2, rows: 1) : rect }

    /// The cells of a line of text.
    var textWidth: Int { min(inside.width, Self.widestText) }

    /// Clears the rectangle and draws the frame, with the way back in its lower side, since it may cover the footer.
    func draw(title: String, wayBack: String = "q: back", hidden: Int, glyphs: Glyphs, on canvas: inout Canvas) {
        canvas.fill(rect)
        guard isDrawn else { return }
        canvas.box(rect, glyphs: glyphs, title: title)
        let more = hidden > 0 ? " j: \(hidden) more \(hidden == 1 ? "line" : "lines") " : ""
        let text = clip(" \(wayBack) \(more)", to: rect.width - 4, ellipsis: "")
        let column = rect.columns.upperBound - 2 - TextWidth.cells(of: text)
        canvas.put(text, at: Point(column: column, row: rect.rows.upperBound - 1), style: Style(.dim))
    }
}
