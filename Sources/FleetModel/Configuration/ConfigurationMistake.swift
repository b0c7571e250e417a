/// Something in `config.yaml` that cannot be meant, with the place where it stands.
package struct ConfigurationMistake: Error, Sendable, Hashable {
    /// From 1.
    package var line: Int
    /// From 1, in characters.
    package var column: Int
    /// What is wrong, and what would be right; clean.
    package var text: String

    /// Creates a mistake at a place.
    package init(line: Int, column: Int, text: String) {
        self.line = line
        self.column = column
        self.text = text
    }
}

extension ProgramConfiguration.Marked {
    /// A mistake about what stands here.
    package func mistake(_ text: String) -> ConfigurationMistake {
        ConfigurationMistake(line: line, column: column, text: text)
    }
}

extension ProgramConfiguration.Marked<String> {
    /// The name as it may be shown, in quotes: cleaned, and not long.
    package var quoted: String { "\"\(CleanText.clean(value, limit: 40))\"" }

    /// A mistake about a name that nobody knows, with what may have been meant.
    ///
    /// - Parameters:
    ///   - what: What the name should be, as in `an action`.
    ///   - known: All names there are.
    /// - Returns: The mistake, at the place of the name.
    package func unknown(_ what: String, known: some Collection<String>) -> ConfigurationMistake {
        let hint = Spelling.nearest(to: value, in: known).map { "; did you mean \"\($0)\"?" }
        let list = known.count <= 16 ? "; there are \(known.joined(separator: ", "))" : ""
        return mistake("\(quoted) is not \(what)\(hint ?? list)")
    }
}
