import FleetModel

/// A value of JSON (RFC 8259), for documents whose keys must come in a stable order.
enum JSONValue {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number in text, which must be a number of JSON.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// A list whose elements are made when they are written.
    case rows(Int, (Int) -> JSONValue)
    /// Written with its keys sorted; pairs whose value is nil are left out.
    case object([String: JSONValue?])

    /// Text, or null where there is none.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// A number, or null where there is none.
    static func optional(_ number: Int64?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
}

extension JSONValue {
    /// Writes the document with two spaces for each level. Rows in it are made one after the other, and never stand in
    /// memory together.
    func write(to output: inout some TextOutputStream) {
        var text = ""
        if case .object(let members) = self {
            text += "{"
            for (index, member) in Self.sorted(members).enumerated() {
                text += index == 0 ? "\n  " : ",\n  "
                text.append(jsonQuoted: member.key)
                text += ": "
                guard case .rows(let count, let row) = member.value, count > 0 else {
                    member.value.append(to: &text, lineBreak: "\n  ")
                    continue
                }
                text += "["
                for place in 0..<count {
                    text += place == 0 ? "\n    " : ",\n    "
                    row(place).append(to: &text, lineBreak: "\n    ")
                    output.write(text)
                    text.removeAll(keepingCapacity: true)
                }
                text += "\n  ]"
            }
            text += members.isEmpty ? "}" : "\n}"
        } else {
            append(to: &text, lineBreak: "\n")
        }
        output.write(text)
    }

    /// Writes the document on one line.
    func writeLine(to output: inout some TextOutputStream) {
        var text = ""
        appendLine(to: &text)
        output.write(text)
    }

    /// Appends the value; a line after its first begins with `lineBreak`, which has the blanks of its level.
    private func append(to text: inout String, lineBreak: String) {
        switch self {
        case .list(let values): Self.append(values.count, to: &text, lineBreak: lineBreak) { values[$0] }
        case .rows(let count, let row): Self.append(count, to: &text, lineBreak: lineBreak, row)
        case .object(let members):
            let present = Self.sorted(members)
            guard !present.isEmpty else { return text += "{}" }
            let inner = lineBreak + "  "
            text += "{"
            for (index, member) in present.enumerated() {
                if index > 0 { text += "," }
                text += inner
                text.append(jsonQuoted: member.key)
                text += ": "
                member.value.append(to: &text, lineBreak: inner)
            }
            text += lineBreak
            text += "}"
        case .null, .bool, .integer, .number, .text: appendLine(to: &text)
        }
    }

    private func appendLine(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let number): text += number
        case .text(let value): text.append(jsonQuoted: value)
        case .list(let values): Self.appendLine(values.count, to: &text) { values[$0] }
        case .rows(let count, let row): Self.appendLine(count, to: &text, row)
        case .object(let members):
            text += "{"
            for (index, member) in Self.sorted(members).enumerated() {
                if index > 0 { text += "," }
                text.append(jsonQuoted: member.key)
                text += ":"
                member.value.appendLine(to: &text)
            }
            text += "}"
        }
    }

    /// The members that are there, by their keys.
    private static func sorted(_ members: [String: JSONValue?]) -> [(key: String, value: JSONValue)] {
        var present: [(key: String, value: JSONValue)] = []
        present.reserveCapacity(members.count)
        for (key, value) in members {
            if let value { present.append((key, value)) }
        }
        present.sort { $0.key < $1.key }
        return present
    }

    private static func append(
        _ count: Int, to text: inout String, lineBreak: String, _ element: (Int) -> JSONValue
    ) {
        guard count > 0 else { return text += "[]" }
        let inner = lineBreak + "  "
        text += "["
        for place in 0..<count {
            if place > 0 { text += "," }
            text += inner
            element(place).append(to: &text, lineBreak: inner)
        }
        text += lineBreak
        text += "]"
    }

    private static func appendLine(_ count: Int, to text: inout String, _ element: (Int) -> JSONValue) {
        text += "["
        for place in 0..<count {
            if place > 0 { text += "," }
            element(place).appendLine(to: &text)
        }
        text += "]"
    }
}

extension String {
    /// Appends a text as a string of JSON. Beyond what RFC 8259, 7 asks for, `<`, `>` and `&` are escaped, so that a
    /// document pasted into a page starts nothing there, and so is everything that is not safe to show.
    fileprivate mutating func append(jsonQuoted text: String) {
        self += "\""
        // Nearly every text is letters, digits and blanks, and needs no look at Unicode's tables.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlainInJSON) }
        if isPlain ?? false {
            self += text
        } else {
            for scalar in text.unicodeScalars { append(jsonEscaped: scalar) }
        }
        self += "\""
    }

    private mutating func append(jsonEscaped scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": self += "\\\""
        case "\\": self += "\\\\"
        case "\n": self += "\\n"
        case "\r": self += "\\r"
        case "\t": self += "\\t"
        case "<", ">", "&": self += jsonEscape(UInt16(truncatingIfNeeded: scalar.value))
        case " "..."~": unicodeScalars.append(scalar)
        default:
            // Only what may be shown as it is; the rest as UTF-16 code units.
            if CleanText.isSafe(scalar) {
                unicodeScalars.append(scalar)
            } else {
                self += String(scalar).utf16.map(jsonEscape).joined()
            }
        }
    }
}

/// Printable ASCII but for quote, backslash, `<`, `>` and `&`.
private func isPlainInJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x3C, 0x3E, 0x5C: false
    default: (0x20...0x7E).contains(byte)
    }
}

private func jsonEscape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
