import Drawing

/// A line that the user types, with a caret in it.
struct LineEdit: Sendable, Equatable {
    /// The most characters of a line.
    static let limit = 256

    private var characters: [Character]
    /// Where the next character goes: 0 to the number of characters.
    private(set) var caret: Int

    /// A line with the caret at its end.
    init(_ text: String = "") {
        characters = Array(text.prefix(Self.limit))
        caret = characters.count
    }

    /// What has been typed.
    var text: String { String(characters) }

    /// Takes a key; one that means nothing in a line changes nothing.
    ///
    /// What has no width is not taken: a paste may carry line breaks and worse.
    mutating func take(_ key: Key) {
        switch key {
        case .character(let character): insert(character)
        case .backspace, .control("h"): remove(max(0, caret - 1)..<caret)
        case .delete, .control("d"): remove(caret..<min(caret + 1, characters.count))
        case .control("u"): remove(0..<caret)
        case .control("k"): remove(caret..<characters.count)
        case .control("w"): remove(startOfWord..<caret)
        case .left, .control("b"): caret = max(0, caret - 1)
        case .right, .control("f"): caret = min(characters.count, caret + 1)
        case .home, .control("a"): caret = 0
        case .end, .control("e"): caret = characters.count
        case .control, .function, .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown: break
        }
    }

    private mutating func insert(_ character: Character) {
        guard characters.count < Self.limit, TextWidth.cells(of: String(character)) > 0 else { return }
        characters.insert(character, at: caret)
        caret += 1
    }

    private mutating func remove(_ range: Range<Int>) {
        characters.removeSubrange(range)
        caret = range.lowerBound
    }

    /// Where the word before the caret begins, and the blanks behind it with it.
    private var startOfWord: Int {
        var start = caret
        while start > 0, characters[start - 1] == " " { start -= 1 }
        while start > 0, characters[start - 1] != " " { start -= 1 }
        return start
    }

    /// The part of the line that fits into some cells, with the caret in sight.
    ///
    /// - Parameter width: The cells there are.
    /// - Returns: The characters, and the place of the first of them in the line. A blank stands under a caret at the
    ///   end of the line.
    func window(width: Int) -> (first: Int, characters: [Character]) {
        let line = characters + [" "]
        var shown = caret..<caret
        var room = width
        while shown.lowerBound > 0 || shown.isEmpty {
            // The caret's own cell first, then what stands before it.
            let next = shown.isEmpty ? caret : shown.lowerBound - 1
            room -= TextWidth.cells(of: String(line[next]))
            guard room >= 0 else { break }
            shown = next..<max(shown.upperBound, caret + 1)
        }
        while shown.upperBound < characters.count, shown.lowerBound <= caret {
            room -= TextWidth.cells(of: String(line[shown.upperBound]))
            guard room >= 0 else { break }
            shown = shown.lowerBound..<shown.upperBound + 1
        }
        return (shown.lowerBound, Array(line[shown]))
    }
}
