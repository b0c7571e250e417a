import FleetModel

extension DashboardState {
    /// Leaves only servers with a problem, or takes that back; as a word of the filter, so that it is seen, counted and
    /// cleared like any other.
    mutating func toggleProblemsOnly() {
        let text = FilterText.toggling("is:problem", in: filterText)
        setFilter(text)
        let word = FilterText.contains("is:problem", in: text)
        say(word ? "only servers with a problem; again shows the others" : "the others are shown, too")
    }
}

/// A filter as typed, by its alternatives.
enum FilterText {
    /// Adds a word to every alternative; takes it out of all when each of them has it.
    static func toggling(_ word: String, in text: String) -> String {
        let parts = alternatives(text)
        let has = contains(word, in: text)
        return parts.map { part in
            let words = words(part)
            let others = words.filter { $0 != word }
            return (has ? others : [word] + others).joined(separator: " ")
        }.joined(separator: " | ")
    }

    /// Whether every alternative has a word.
    static func contains(_ word: String, in text: String) -> Bool {
        alternatives(text).allSatisfy { words($0).contains(word) }
    }

    /// What stands between the bars that are not in quotation marks.
    private static func alternatives(_ text: String) -> [String] { split(text) { $0 == "|" } }

    private static func words(_ text: String) -> [String] { split(text, at: \.isWhitespace).filter { !$0.isEmpty } }

    private static func split(_ text: String, at isBoundary: (Character) -> Bool) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, isBoundary(character) { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }
}
