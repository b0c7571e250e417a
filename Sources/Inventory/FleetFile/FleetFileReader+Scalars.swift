import FleetModel
import Yams

/// Reading one node as what it should be; what it is not becomes a mistake at its place.
extension FleetFileReader {
    /// The fields of a mapping by key; keys that are not `allowed` are mistakes. nil when it is no mapping.
    mutating func fields(of node: Node, what: String, allowed: Set<String>) -> [String: Node]? {
        guard case .mapping(let mapping) = node else {
            let keys = allowed.sorted().joined(separator: ", ")
            refuse("\(what) is written as keys and values: \(keys)", at: node)
            return nil
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key, allowed.contains(scalar.string) else {
                let name = CleanText.clean(key.string ?? "?", limit: 40)
                let hint = nearest(to: name, in: allowed).map { "; did you mean \"\($0)\"?" } ?? ""
                refuse("\"\(name)\" is not a key of \(what)\(hint)", at: key)
                continue
            }
            fields[scalar.string] = value
        }
        return fields
    }

    /// The items of a list; a single value counts as a list of one, nothing as an empty one.
    mutating func items(_ node: Node?, key: String) -> [Node] {
        guard let node else { return [] }
        switch node {
        case .sequence(let sequence): return Array(sequence)
        case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "~": return []
        case .scalar, .mapping: return [node]
        case .alias:
            refuse("\(key): refers to an anchor that is not there", at: node)
            return []
        }
    }

    /// A text without control characters.
    mutating func string(_ node: Node, key: String) -> String? {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            refuse("\(key): should be a text", at: node)
            return nil
        }
        guard scalar.string.unicodeScalars.allSatisfy(CleanText.isSafe) else {
            refuse("\(key): has control or invisible characters in it", at: node)
            return nil
        }
        return scalar.string
    }

    /// A text of at most 200 characters, for names, tags and links.
    mutating func label(_ node: Node, key: String) -> String? {
        guard let text = string(node, key: key) else { return nil }
        guard text.unicodeScalars.count <= 200 else {
            refuse("\(key): is longer than 200 characters", at: node)
            return nil
        }
        return text
    }

    /// A length of time.
    mutating func span(_ node: Node, key: String) -> Span? {
        guard let text = string(node, key: key) else { return nil }
        if let span = SpanText.parse(text) { return span }
        refuse(
            "\(key): \"\(CleanText.clean(text, limit: 40))\" is not a length of time; write 500ms, 60s, 15m, 8h or 30d",
            at: node)
        return nil
    }

    /// A port.
    mutating func port(_ node: Node) -> UInt16? {
        guard let text = string(node, key: "port") else { return nil }
        do throws(TargetText.Mistake) {
            return try TargetText.parsePort(text)
        } catch {
            refuse(error.text, at: node)
            return nil
        }
    }

    /// true or false.
    mutating func truth(_ node: Node, key: String) -> Bool? {
        guard let text = string(node, key: key) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            refuse("\(key): is true or false", at: node)
            return nil
        }
    }

    /// One of a few words.
    mutating func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ node: Node, key: String, of type: Word.Type
    ) -> Word? {
        guard let text = string(node, key: key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        refuse("\(key): is one of \(words)", at: node)
        return nil
    }

    /// Notes a mistake where a node stands.
    mutating func refuse(_ text: String, at node: Node) {
        collector.refuse(text, at: place(node))
    }

    /// Where a node stands.
    func place(_ node: Node) -> SourcePlace? {
        node.mark.map { SourcePlace(line: $0.line, column: $0.column) }
    }

    private func nearest(to word: String, in known: Set<String>) -> String? {
        known.sorted().map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
            .filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
    }

    /// Levenshtein's distance.
    private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row.last ?? left.count
    }
}
