import FleetModel
import Yams

/// Reads one node after another as what it should be; what it is not becomes a mistake at its place.
protocol NodeReader {
    /// Notes a mistake.
    mutating func refuse(_ text: String, at place: SourcePlace?)
}

extension NodeReader {
    /// The fields of a mapping by key; keys that are not of this part are mistakes. nil when it is no mapping.
    mutating func fields(of node: Node, in part: FilePart) -> [String: Node]? {
        guard case .mapping(let mapping) = node else {
            let keys = part.names.sorted().joined(separator: ", ")
            refuse("\(part.title) is written as keys and values: \(keys)", at: node)
            return nil
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key, part.names.contains(scalar.string) else {
                let name = CleanText.clean(key.string ?? "?", limit: 40)
                let hint = Spelling.nearest(to: name, in: part.names).map { "; did you mean \"\($0)\"?" } ?? ""
                refuse("\"\(name)\" is not a key of \(part.title)\(hint)", at: key)
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
        refuse(text, at: place(node))
    }

    /// Where a node stands.
    func place(_ node: Node) -> SourcePlace? {
        node.mark.map { SourcePlace(line: $0.line, column: $0.column) }
    }
}
