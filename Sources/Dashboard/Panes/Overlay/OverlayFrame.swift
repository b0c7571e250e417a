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
    ///
    /// - Parameters:
    ///   - title: In its upper side.
    ///   - wayBack: How it is left; nil for the key that goes back.
    ///   - hidden: The lines below.
    ///   - keys: Which key does what.
    ///   - glyphs: What the terminal can show.
    ///   - canvas: The screen.
    func draw(
        title: String, wayBack: String? = nil, hidden: Int, keys: KeyMap, glyphs: Glyphs, on canvas: inout Canvas
    ) {
        canvas.fill(rect)
        guard isDrawn else { return }
        canvas.box(rect, glyphs: glyphs, title: title)
        let down = keys.name(of: "down").map { "\($0): " } ?? ""
        let more = hidden > 0 ? " \(down)\(hidden) more \(hidden == 1 ? "line" : "lines") " : ""
        let back = wayBack ?? "\(keys.name(of: "back") ?? keys.name(of: "close") ?? ""): back"
        let text = clip(" \(back) \(more)", to: rect.width - 4, ellipsis: "")
        let column = rect.columns.upperBound - 2 - TextWidth.cells(of: text)
        canvas.put(text, at: Point(column: column, row: rect.rows.upperBound - 1), style: Style(.dim))
    }

    /// Puts the cursor on some lines of the text: a sign before the first, and all of them in reverse.
    ///
    /// - Parameters:
    ///   - lines: Which ones.
    ///   - top: The line that stands on top.
    ///   - column: Where the sign stands, from the first of the text.
    ///   - canvas: With the text on it.
    func mark(_ lines: Range<Int>, top: Int, column: Int, on canvas: inout Canvas) {
        for (index, line) in lines.enumerated() where (0..<inside.height).contains(line - top) {
            let rect = inside.row(line - top)
            if index == 0 {
                canvas.put(">", at: Point(column: rect.origin.column + column, row: rect.origin.row), maxWidth: 1)
            }
            canvas.add(.reverse, to: rect)
        }
    }
}
