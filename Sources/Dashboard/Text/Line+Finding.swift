import Drawing

extension Line {
    /// Whether a text stands in the line, in any case; the empty text does not.
    func contains(_ text: String) -> Bool {
        !ranges(of: text.map { $0.lowercased() }, in: characters).isEmpty
    }

    /// The line with every place underlined at which one of some texts stands, in any case.
    func underlining(_ texts: [String]) -> Line {
        let texts = texts.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return self }
        let all = characters
        let found = texts.flatMap { ranges(of: $0.map { $0.lowercased() }, in: all) }
        guard !found.isEmpty else { return self }
        var line = Line()
        var place = 0
        for piece in pieces {
            var run = ""
            var isMarked = false
            for character in piece.text {
                let isFound = found.contains { $0.contains(place) }
                if isFound != isMarked, !run.isEmpty {
                    line = line.adding(run, isMarked ? piece.style.adding(.underline) : piece.style)
                    run = ""
                }
                isMarked = isFound
                run.append(character)
                place += 1
            }
            if !run.isEmpty { line = line.adding(run, isMarked ? piece.style.adding(.underline) : piece.style) }
        }
        return line
    }

    /// Each character without its case.
    private var characters: [String] { pieces.flatMap { $0.text.map { $0.lowercased() } } }

    private func ranges(of text: [String], in all: [String]) -> [Range<Int>] {
        guard !text.isEmpty, text.count <= all.count else { return [] }
        return (0...all.count - text.count).map { $0..<$0 + text.count }.filter { all[$0].elementsEqual(text) }
    }
}
