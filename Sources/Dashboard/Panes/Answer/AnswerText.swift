import Drawing
import FleetModel

/// The lines of an answer: which servers would show the code, which would not, what it means and what to check.
struct AnswerText: Sendable {
    /// A server in the lists.
    struct ListedServer: Sendable, Equatable {
        /// Its row; nil when it is not in the fleet.
        var row: Rows.Index?
        /// Its lines.
        var lines: Range<Int>
    }

    /// The most servers in a list.
    static let mostServers = 500
    /// The most cells of a name.
    private static let widestName = 28
    /// Below this width a reason stands below its server.
    private static let fewestBeside = 60
    /// The cells of `certain`, `likely` and `possible`.
    private static let confidence = 8

    /// Not wider than asked for.
    private(set) var lines: [Line] = []
    /// The servers from top to bottom.
    private(set) var servers: [ListedServer] = []

    /// Lays an answer out on so many cells.
    init(_ answer: CodeAnswer, asked: Instant, rows: Rows, width: Int) {
        let lists = [("Would show it now", answer.fitting), ("Other trouble, or nothing known yet", answer.others)]
        let names = lists.map { $0.1.prefix(Self.mostServers).map { Self.name($0.server, rows) } }
        let longest = names.joined().map { TextWidth.cells(of: $0) }.max() ?? 0
        lines += Self.paragraph(answer.title, .strong, width)
        lines += Self.paragraph(Self.summary(answer, asked: asked, rows), .dim, width)
        for ((title, matches), names) in zip(lists, names) where !matches.isEmpty || title == lists[0].0 {
            lines += [Line()] + Self.paragraph("\(title): \(Self.count(matches.count))", .heading, width)
            for (match, name) in zip(matches, names) {
                add(match, name, nameWidth: min(longest, Self.widestName), rows, width)
            }
            let rest = matches.count - names.count
            if rest > 0 { lines.append(Line("   and \(rest) more", .dim)) }
        }
        for section in answer.sections {
            lines += [Line()] + Self.paragraph(section.title, .heading, width)
            lines += section.lines.flatMap { Self.paragraph(Paragraph(sectionLine: $0), width, indent: 3) }
        }
    }

    private mutating func add(_ match: CodeAnswer.Match, _ name: String, nameWidth: Int, _ rows: Rows, _ width: Int) {
        let first = lines.count
        let reason = CleanText.clean(match.reason, limit: 1_024)
        if width >= Self.fewestBeside {
            let head = "   " + pad(name, to: nameWidth) + "  "
            let indent = head.count + Self.confidence + 2
            for (index, text) in wrap(reason, to: max(8, width - indent - 1)).enumerated() {
                let line = Line(index == 0 ? head : pad("", to: head.count))
                    .adding(pad(index == 0 ? match.confidence.rawValue : "", to: Self.confidence + 2), .dim)
                lines.append(line.adding(text))
            }
        } else {
            lines.append(Line("   " + name).adding("  " + match.confidence.rawValue, .dim))
            lines += Self.paragraph(reason, .normal, width, indent: 5)
        }
        servers.append(ListedServer(row: rows.index(of: match.server), lines: first..<lines.count))
    }

    private static func name(_ server: Server.ID, _ rows: Rows) -> String {
        CleanText.clean(rows.index(of: server).map { rows.displayName($0) } ?? server.text)
    }

    private static func count(_ count: Int) -> String {
        count == 0 ? "no server" : count == 1 ? "1 server" : "\(count) servers"
    }

    private static func summary(_ answer: CodeAnswer, asked: Instant, _ rows: Rows) -> String {
        let meaning = answer.sections.isEmpty ? "" : "; what it means stands below the servers"
        return "asked at \(asked.timeText)Z of \(count(rows.count))\(meaning)"
    }

    private static func paragraph(_ text: String, _ role: Role, _ width: Int, indent: Int = 1) -> [Line] {
        paragraph(Paragraph(text: CleanText.clean(text, limit: 2_048), role: role), width, indent: indent)
    }

    private static func paragraph(_ paragraph: Paragraph, _ width: Int, indent: Int) -> [Line] {
        paragraph.lines(indent: indent, width: width).map {
            Line(pad("", to: $0.indent) + $0.text, paragraph.role)
        }
    }
}

extension Paragraph {
    /// A line of a section: a command when it begins with a blank, a numbered item, or plain text.
    fileprivate init(sectionLine line: String) {
        let text = CleanText.clean(line, limit: 2_048)
        let blanks = String(text.prefix { $0 == " " })
        let number = text.prefix { $0.isASCII && $0.isNumber }
        if !blanks.isEmpty {
            self.init(text: text, first: blanks, rest: blanks + "  ", role: .strong, keepsWords: true)
        } else if !number.isEmpty, text.dropFirst(number.count).hasPrefix(". ") {
            let label = String(text.prefix(number.count + 2))
            self.init(text: String(text.dropFirst(label.count)), first: label, rest: pad("", to: label.count))
        } else {
            self.init(text: text)
        }
    }
}
