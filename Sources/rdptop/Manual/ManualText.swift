/// A text with words to type and words to replace in it.
struct ManualText: ExpressibleByStringInterpolation {
    /// A stretch of one kind.
    enum Run {
        case plain(String)
        /// What is typed as it stands.
        case literal(String)
        /// What something else stands for.
        case placeholder(String)
    }

    var runs: [Run]

    init(_ runs: [Run]) {
        self.runs = runs
    }

    /// A text in which nothing is marked.
    init(plain text: String) {
        self.init([.plain(text)])
    }

    /// A text in which `backticks` stand around what is typed.
    init(stringLiteral text: String) {
        self.init(marked: text)
    }

    /// The same.
    init(marked text: String) {
        runs = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
            index.isMultiple(of: 2) ? .plain(String(part)) : .literal(String(part))
        }
    }

    static func + (left: ManualText, right: ManualText) -> ManualText { ManualText(left.runs + right.runs) }
}
