import Drawing

/// A text that is broken into lines, and what stands before them.
struct Paragraph: Sendable, Equatable {
    var text: String
    /// Before the first line.
    var first = ""
    /// Before the others.
    var rest = ""
    var role: Role = .normal
    /// Whether it is moved to the left rather than broken inside a word, as a command is.
    var keepsWords = false

    /// Its lines, broken at blanks, each with the blanks that belong before it.
    func lines(indent: Int, width: Int) -> [(indent: Int, text: String)] {
        let room = max(8, width - indent - 1 - max(TextWidth.cells(of: first), TextWidth.cells(of: rest)))
        if keepsWords, room < longestWord,
            let left = [[Line].narrowIndent, 1].first(where: { $0 < indent && longestWord < width - $0 })
        {
            return wrap(text, to: width - left - 1).map { (left, $0) }
        }
        return wrap(text, to: room).enumerated().map { (indent, ($0.offset == 0 ? first : rest) + $0.element) }
    }

    private var longestWord: Int { text.split(separator: " ").map { TextWidth.cells(of: $0) }.max() ?? 0 }
}
