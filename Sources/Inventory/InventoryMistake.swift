/// One mistake in a file of servers, with the place where it stands and what would be right.
package struct InventoryMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as the user named it.
    package var file: String
    /// From 1; nil when the mistake is about the whole file.
    package var line: Int?
    /// From 1, in characters; nil when it is about the whole line.
    package var column: Int?
    /// What is wrong, and what would be right.
    package var text: String

    package init(file: String, line: Int? = nil, column: Int? = nil, text: String) {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
    }

    /// `hosts.yaml:12:5: …`, the form that editors jump to.
    package var description: String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return "\(file)\(place): \(text)"
    }
}

/// All the mistakes of one file, in the order of their places.
package struct InventoryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one.
    package var mistakes: [InventoryMistake]

    package init(_ mistakes: [InventoryMistake]) {
        self.mistakes = mistakes
    }

    /// One line for each mistake.
    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
