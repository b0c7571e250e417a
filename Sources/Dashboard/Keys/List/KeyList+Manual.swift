extension KeyList {
    /// The section KEYS of a manual page, in the macros of man(7).
    var manLines: [String] {
        [".SH KEYS", Self.escaped(Self.keyNames)]
            + sections.flatMap { section in
                [".SS \(Self.escaped(section.title))"] + section.entries.flatMap(Self.lines)
            }
    }

    private static func lines(_ entry: Entry) -> [String] {
        let keys = entry.keys.isEmpty ? ["(no key)"] : entry.keys.map { "\\fB\(escaped($0))\\fR" }
        let name = entry.name.isEmpty ? "" : " (\\fI\(escaped(entry.name))\\fR)"
        let place = entry.place.isEmpty ? "" : ", \(entry.place)"
        return [".TP", keys.joined(separator: ", ") + name, "\\&" + escaped(entry.help + place)]
    }

    /// What roff would take for something else, as the escapes of groff_char(7).
    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\e"
            case "-": "\\-"
            case "'": "\\(aq"
            case "`": "\\(ga"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case "\"": "\\(dq"
            default: character.isASCII ? String(character) : character.unicodeScalars.map(code).joined()
            }
        }.joined()
    }

    /// A character beyond ASCII, which not every roff reads as it stands.
    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }
}
