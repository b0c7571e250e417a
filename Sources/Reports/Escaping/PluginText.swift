import FleetModel

/// Text for the output of a monitoring plugin: `|` begins performance data there, old web interfaces take `<` and `>` for
/// more than text, and Nagios a backslash for the beginning of a line break.
///
/// These four are written as in an address of the web, `%7C`, so that what was typed can be told. A per cent sign before
/// such a number is written so, too, and no other.
package func pluginText(_ text: String) -> String {
    var result = ""
    var rest = Substring(clean(text))
    while let character = rest.popFirst() {
        let next = rest.prefix(2).uppercased()
        let code = pluginCodes.first { code in
            code.character == character && (character != "%" || pluginCodes.contains { $0.code == next })
        }
        result += code.map { "%\($0.code)" } ?? String(character)
    }
    return result
}

/// What the codes in some lines mean: `%7C is a bar`; nil where there is none.
func pluginLegend(of lines: [String]) -> String? {
    let used = pluginCodes.filter { code in lines.contains { $0.contains("%\(code.code)") } }
    guard !used.isEmpty else { return nil }
    return "in these lines " + used.map { "%\($0.code) is \($0.name)" }.joined(separator: ", ")
}

private let pluginCodes: [(character: Character, code: String, name: String)] = [
    ("<", "3C", "less-than"), (">", "3E", "greater-than"), ("\\", "5C", "a backslash"), ("|", "7C", "a bar"),
    ("%", "25", "per cent"),
]
