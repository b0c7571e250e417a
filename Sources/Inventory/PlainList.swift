package import FleetModel

/// A list of servers: one target a line, `#` begins a comment, ranges as in a fleet file.
package enum PlainList {
    /// Reads a list; every line that is no target is a mistake, and so is a server that is listed twice.
    ///
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - file: The file's name, for messages.
    ///   - name: The fleet's name.
    /// - Returns: The fleet; it has at least one server.
    /// - Throws: All the mistakes in the list.
    package static func parse(_ text: String, file: String, name: String) throws(InventoryError) -> Fleet {
        var collector = ServerCollector(file: file)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.prefix { $0 != "#" }
            guard let start = content.firstIndex(where: { !$0.isWhitespace }) else { continue }
            let end = content.lastIndex { !$0.isWhitespace } ?? start
            let place = SourcePlace(
                line: index + 1, column: content.distance(from: content.startIndex, to: start) + 1)
            collector.add(pattern: String(content[start...end]), at: place)
        }
        return try collector.fleet(name: name, empty: "the list names no server; write one name or address a line")
    }

    /// The fleet of targets given on the command line.
    package static func targets(_ targets: [String], name: String) throws(InventoryError) -> Fleet {
        var collector = ServerCollector(file: "command line")
        for target in targets { collector.add(pattern: target, at: nil) }
        return try collector.fleet(name: name, empty: "no server is named")
    }
}

/// A line and a column, both from 1.
struct SourcePlace: Hashable {
    var line: Int
    var column: Int
}
