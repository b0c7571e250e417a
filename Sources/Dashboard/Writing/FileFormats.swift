/// A format of reports, as much of it as has to be known to ask for one.
package struct FileFormat: Sendable, Hashable {
    /// What `--format` calls it.
    package let name: String
    /// What people call it.
    package let title: String
    /// The end of its files' names, without the dot.
    package let fileExtension: String
    /// What stands in its files.
    package let content: Content

    /// What stands in a file.
    package enum Content: Sendable, Hashable {
        /// What is known of some servers.
        case report
        /// What went over the wire in one server's last failed exchange.
        case packets
        /// What was done in it, step by step.
        case steps
    }

    /// Creates the description of a format.
    package init(name: String, title: String, fileExtension: String, content: Content = .report) {
        self.name = name
        self.title = title
        self.fileExtension = fileExtension
        self.content = content
    }

    /// Whether a file's name ends as the names of this format do.
    func isNamed(by path: String) -> Bool { path.hasSuffix("." + fileExtension) }
}

/// The formats that are offered for a report; never none.
package struct FileFormats: Sendable {
    /// The one that is offered first.
    package let first: FileFormat
    private let others: [FileFormat]

    /// Plain text alone.
    package static let text = FileFormats(first: FileFormat(name: "text", title: "text", fileExtension: "txt"))

    /// Creates the list.
    ///
    /// - Parameters:
    ///   - first: The one that is offered first, and taken for a file whose name says nothing.
    ///   - others: Behind it, in the order in which Tab turns to them.
    package init(first: FileFormat, others: [FileFormat] = []) {
        self.first = first
        self.others = others
    }

    /// All of them, in the order in which Tab turns to them.
    package var all: [FileFormat] { [first] + others }

    /// The one behind another, or with -1 the one before; behind the last comes the first.
    ///
    /// - Parameters:
    ///   - format: The one to start from.
    ///   - direction: 1 or -1.
    ///   - withExchange: Whether there is a server or gateway whose failed exchange may be written.
    /// - Returns: The other one; the first when the one to start from is not among them.
    func neighbour(of format: FileFormat, _ direction: Int, withExchange: Bool = true) -> FileFormat {
        let all = all.filter { withExchange || $0.content == .report }
        guard let place = all.firstIndex(of: format) else { return first }
        return all[(place + direction + all.count) % all.count]
    }

    /// The format that a file's name asks for, by the longest end that fits; nil when it asks for none.
    func format(of path: String) -> FileFormat? {
        all.filter { $0.isNamed(by: path) }.max { $0.fileExtension.count < $1.fileExtension.count }
    }
}
