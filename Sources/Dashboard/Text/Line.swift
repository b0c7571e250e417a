import Drawing

/// A line of text in pieces of different styles.
struct Line: Sendable, Equatable {
    /// A piece of one style.
    struct Piece: Sendable, Equatable {
        var text: String
        var style: Style
    }

    private(set) var pieces: [Piece] = []

    /// An empty line.
    init() {}

    /// A line of one piece.
    init(_ text: String, _ role: Role = .normal) {
        pieces = [Piece(text: text, style: Style(role))]
    }

    /// The line with one more piece.
    func adding(_ text: String, _ role: Role = .normal) -> Line {
        var line = self
        line.pieces.append(Piece(text: text, style: Style(role)))
        return line
    }

    /// The line with another one behind it.
    func adding(_ line: Line) -> Line {
        var joined = self
        joined.pieces += line.pieces
        return joined
    }

    /// Its text without styles.
    var text: String { pieces.map(\.text).joined() }

    /// The cells it takes.
    var width: Int { pieces.reduce(0) { $0 + TextWidth.cells(of: $1.text) } }

    /// The line with one more piece in a style of its own.
    func adding(_ text: String, _ style: Style) -> Line {
        var line = self
        line.pieces.append(Piece(text: text, style: style))
        return line
    }

    /// Writes the line into the first row of a rectangle; what does not fit is cut, and says so.
    func draw(in rect: Rect, on canvas: inout Canvas, glyphs: Glyphs) {
        guard !rect.isEmpty else { return }
        var column = rect.origin.column
        let end = rect.columns.upperBound
        let isCut = width > rect.width
        for piece in pieces where column < end {
            column += canvas.put(
                piece.text, at: Point(column: column, row: rect.origin.row), style: piece.style,
                maxWidth: end - column)
        }
        guard isCut else { return }
        canvas.put(
            String(glyphs.ellipsis), at: Point(column: end - 1, row: rect.origin.row), style: Style(.dim), maxWidth: 1)
    }
}

extension [Line] {
    /// The cells that labels take, the blanks around them included.
    static let labelWidth = 13

    /// Below this width labels have no column of their own.
    static let fewestBeside = 48

    /// The blanks before what goes on below a narrow label.
    static let narrowIndent = 4

    /// ` label   text`, the text broken into lines that all begin behind the label.
    static func field(
        _ label: String, _ text: String, _ role: Role = .normal, width: Int, indent: Int = labelWidth
    ) -> [Line] {
        fields(label, [text], role, width: width, indent: indent)
    }

    /// Several texts under one label, each beginning a line of its own; none when there is no text.
    static func fields(
        _ label: String, _ texts: [String], _ role: Role = .normal, width: Int, indent: Int = labelWidth
    ) -> [Line] {
        fields(label, texts.map { Paragraph(text: $0, role: role) }, width: width, indent: indent)
    }

    /// Several paragraphs under one label; none when there is none.
    static func fields(
        _ label: String, _ paragraphs: [Paragraph], width: Int, indent: Int = labelWidth
    ) -> [Line] {
        guard width >= fewestBeside else { return narrowFields(label, paragraphs, width: width) }
        var lines: [Line] = []
        for paragraph in paragraphs {
            for (indent, text) in paragraph.lines(indent: indent, width: width) {
                lines.append(Line(pad(lines.isEmpty ? " " + label : "", to: indent), .dim).adding(text, paragraph.role))
            }
        }
        return lines
    }

    /// The cells that a labelled text has on a line.
    static func room(width: Int, indent: Int = labelWidth) -> Int {
        Swift.max(8, width - (width >= fewestBeside ? indent : narrowIndent) - 1)
    }

    /// ` label  text`, what does not fit below it with little indentation.
    private static func narrowFields(_ label: String, _ paragraphs: [Paragraph], width: Int) -> [Line] {
        guard let first = paragraphs.first else { return [] }
        let labelCells = TextWidth.cells(of: label)
        var lines: [Line] = []
        var rest = paragraphs[...]
        if labelCells + 2 > narrowIndent {
            // The words that fit beside the label; none when the first of them would have to be broken.
            let words = first.text.split(separator: " ")
            let beside = wrap(first.text, to: Swift.max(1, width - labelCells - 4)).first?.split(separator: " ") ?? []
            let count = beside.last == words.prefix(beside.count).last && first.first.isEmpty ? beside.count : 0
            let head = Line(" " + label, .dim)
            lines.append(count == 0 ? head : head.adding("  " + beside.joined(separator: " "), first.role))
            if count > 0 {
                rest = rest.dropFirst()
                var below = first
                below.text = words.dropFirst(count).joined(separator: " ")
                if !below.text.isEmpty { rest.insert(below, at: rest.startIndex) }
            }
        }
        for paragraph in rest {
            for (indent, text) in paragraph.lines(indent: narrowIndent, width: width) {
                let head = lines.isEmpty ? pad(" " + label, to: indent) : pad("", to: indent)
                lines.append(Line(head, .dim).adding(text, paragraph.role))
            }
        }
        return lines
    }

    /// Draws the lines from `first` on into a rectangle.
    func draw(from first: Int, in rect: Rect, on canvas: inout Canvas, glyphs: Glyphs) {
        for (row, line) in dropFirst(Swift.max(0, first)).prefix(rect.height).enumerated() {
            line.draw(in: rect.row(row), on: &canvas, glyphs: glyphs)
        }
    }
}
