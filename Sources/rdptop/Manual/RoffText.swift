import Drawing

/// A page of the manual in the macros of man(7), for groff and mandoc.
struct RoffText {
    /// What stands below every page.
    struct Footer {
        /// The day of the page, `2026-11-23`.
        let date: String
        /// The program and its version.
        let source: String
    }

    private(set) var lines: [String]

    /// The text of a page, which ends with a line break.
    static func text(of page: ManualPage, footer: Footer) -> String {
        var text = RoffText(page, footer)
        for block in page.blocks { text.add(block) }
        return text.lines.joined(separator: "\n") + "\n"
    }

    private init(_ page: ManualPage, _ footer: Footer) {
        let source = Self.escaped(footer.source)
        lines = [
            ".TH \(Self.escaped(page.name.uppercased())) \(page.section) \(footer.date) \"\(source)\"",
            // Ragged on the right: with words as long as option names, blanks between them would be wide.
            ".ad l",
            ".nh",
            ".SH NAME",
            "\(Self.escaped(page.name)) \\- \(Self.escaped(page.about))",
        ]
    }

    private mutating func add(_ block: ManualBlock) {
        switch block {
        case .section(let title): lines.append(".SH \(Self.escaped(title))")
        case .subsection(let title): lines.append(".SS \(Self.escaped(title))")
        case .paragraph(let text):
            // A heading begins a paragraph of its own.
            if !isBelowHeading { lines.append(".PP") }
            lines += Self.folded(text)
        case .item(let sign, let meaning):
            lines += [".TP", Self.line(Self.roff(sign))] + Self.folded(meaning)
        case .lines(let texts):
            lines += (isBelowHeading ? [] : [".PP"]) + [".nf"] + texts.map { Self.line(Self.escaped($0)) } + [".fi"]
        }
    }

    private var isBelowHeading: Bool {
        lines.last.map { $0.hasPrefix(".SH ") || $0.hasPrefix(".SS ") } ?? false
    }

    // MARK: Escapes

    /// A text in lines that editors and mail can show; roff fills them anew.
    private static func folded(_ text: ManualText) -> [String] {
        roff(text).split(separator: "\n").flatMap { wrap(String($0), to: 79) }.map(line)
    }

    /// A line that begins with a dot would be a macro; so would one with an apostrophe, which is escaped anyway.
    private static func line(_ text: String) -> String {
        text.isEmpty || text.hasPrefix(".") ? "\\&" + text : text
    }

    private static func roff(_ text: ManualText) -> String {
        text.runs.map { run in
            switch run {
            case .plain(let text): escaped(text)
            case .literal(let text): "\\fB\(escaped(text))\\fR"
            case .placeholder(let text): "\\fI\(escaped(text))\\fR"
            }
        }.joined()
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
