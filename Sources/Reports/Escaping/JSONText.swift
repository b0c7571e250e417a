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
    /// Written with its keys sorted; pairs whose value is nil are left out.
    case object([String: JSONValue?])

    /// Text, or null where there is none.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    /// A number, or null where there is none.
    static func optional(_ number: Int64?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
}

extension JSONValue {
    /// The document with two spaces for each level.
    func write(to output: inout some TextOutputStream, indent: Int = 0) {
        switch self {
        case .null: output.write("null")
        case .bool(let value): output.write(value ? "true" : "false")
        case .integer(let value): output.write(String(value))
        case .number(let text): output.write(text)
        case .text(let text): output.write(jsonQuoted(text))
        case .list(let values): writeList(values, to: &output, indent: indent)
        case .object(let members): writeObject(members, to: &output, indent: indent)
        }
    }

    /// The document on one line.
    func writeLine(to output: inout some TextOutputStream) {
        switch self {
        case .null, .bool, .integer, .number, .text: write(to: &output)
        case .list(let values):
            output.write("[")
            for (index, value) in values.enumerated() {
                if index > 0 { output.write(",") }
                value.writeLine(to: &output)
            }
            output.write("]")
        case .object(let members):
            output.write("{")
            for (index, member) in sorted(members).enumerated() {
                output.write((index == 0 ? "" : ",") + jsonQuoted(member.key) + ":")
                member.value.writeLine(to: &output)
            }
            output.write("}")
        }
    }

    /// The members that are there, by their keys.
    private func sorted(_ members: [String: JSONValue?]) -> [(key: String, value: JSONValue)] {
        members.compactMapValues { $0 }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private func writeList(_ values: [JSONValue], to output: inout some TextOutputStream, indent: Int) {
        guard !values.isEmpty else { return output.write("[]") }
        output.write("[")
        for (index, value) in values.enumerated() {
            output.write((index == 0 ? "\n" : ",\n") + spaces(indent + 2))
            value.write(to: &output, indent: indent + 2)
        }
        output.write("\n" + spaces(indent) + "]")
    }

    private func writeObject(_ members: [String: JSONValue?], to output: inout some TextOutputStream, indent: Int) {
        let present = sorted(members)
        guard !present.isEmpty else { return output.write("{}") }
        output.write("{")
        for (index, member) in present.enumerated() {
            output.write((index == 0 ? "\n" : ",\n") + spaces(indent + 2) + jsonQuoted(member.key) + ": ")
            member.value.write(to: &output, indent: indent + 2)
        }
        output.write("\n" + spaces(indent) + "}")
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// A string of JSON. Beyond what RFC 8259, 7 asks for, `<`, `>` and `&` are escaped, so that a document pasted into a
/// page starts nothing there, and so is everything that is not safe to show.
func jsonQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "<", ">", "&": result += jsonEscape(UInt16(truncatingIfNeeded: scalar.value))
        default:
            // Only what may be shown as it is; the rest as UTF-16 code units.
            if CleanText.isSafe(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += String(scalar).utf16.map(jsonEscape).joined()
            }
        }
    }
    return result + "\""
}

private func jsonEscape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
