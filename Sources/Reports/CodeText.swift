package import FleetModel

/// What an error code means, for people: 80 columns, commands never broken, so that they can be copied.
package struct CodeText: Sendable {
    private let width: Int

    /// Text of at most `width` columns, commands aside.
    package init(width: Int = 80) {
        self.width = max(20, width)
    }

    /// The lines of an answer.
    package func lines(for answer: CodeAnswer) -> [String] {
        var lines = [clean(answer.title)]
        for section in answer.sections {
            lines += ["", clean(section.title)] + section.lines.flatMap(paragraph)
        }
        return lines
    }

    private func paragraph(_ text: String) -> [String] {
        let text = clean(text)
        guard !text.hasPrefix(" ") else { return ["  " + text] }
        // A number at its beginning hangs to the left of what follows.
        let label = text.prefix { $0.isNumber || $0 == "." }
        let indent = label.hasSuffix(".") && text.dropFirst(label.count).hasPrefix(" ") ? label.count + 1 : 2
        return wrapped(text, width: width - 2 - indent).enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? 2 : 2 + indent) + line
        }
    }
}

/// What an error code means, for programs.
package enum CodeJSON {
    /// Writes the answer as one document, and a line break.
    package static func write(_ answer: CodeAnswer, to output: inout some TextOutputStream) {
        JSONValue.object([
            "code": .text(answer.title),
            "known": .bool(!answer.meanings.isEmpty),
            "meanings": .list(answer.meanings.map(meaning)),
            "sections": .list(
                answer.sections.map { section in
                    .object(["title": .text(section.title), "lines": .list(section.lines.map(JSONValue.text))])
                }),
        ]).write(to: &output)
        output.write("\n")
    }

    private static func meaning(_ meaning: CodeAnswer.Meaning) -> JSONValue {
        .object([
            "space": .text(meaning.space), "number": .integer(Int64(meaning.number)),
            "hex": .text("0x" + String(meaning.number, radix: 16, uppercase: true)),
            "symbol": .optional(meaning.symbol), "meaning": .text(meaning.text), "source": .text(meaning.source),
            "layers": .list(meaning.layers.map { .text($0.rawValue) }),
        ])
    }
}
