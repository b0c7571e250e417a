import Diagnosis
import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct CodeTextTests {
    @Test(
        arguments: [
            ("0x904 0x7", "code-0x904-0x7.txt"), ("0x1B07", "code-0x1B07.txt"), ("0x1F08", "code-unknown.txt"),
            ("-2146893022", "code-0x80090322.txt"), ("ERRINFO_CB_DESTINATION_NOT_FOUND", "code-symbol.txt"),
            ("904", "code-either.txt"),
        ])
    func `an explanation is written as recorded`(text: String, golden: String) throws {
        let answer = try #require(explanation(ofCode: text))
        try expectGolden(CodeText().lines(for: answer).joined(separator: "\n") + "\n", golden)
    }

    @Test func `an explanation with the claims at length is written as recorded`() throws {
        let answer = try #require(explanation(ofCode: "0x904 0x7", claims: .full))
        try expectGolden(CodeText().lines(for: answer).joined(separator: "\n") + "\n", "code-claims.txt")
    }

    @Test func `an explanation is written for programs as recorded`() throws {
        let answer = try #require(explanation(ofCode: "0x1B07"))
        var text = ""
        CodeJSON.write(answer, to: &text)
        try expectGolden(text, "code-0x1B07.json")
    }

    @Test(arguments: ["0x904 0x7", "0x2", "0x1F08", "0x3000019", "904"])
    func `no line but a command is wider than a terminal`(text: String) throws {
        let lines = CodeText().lines(for: try #require(explanation(ofCode: text, claims: .full)))
        let wide = lines.filter { $0.count > 80 && !$0.hasPrefix("     ") }
        #expect(wide.isEmpty, "\(wide)")
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } })
    }

    @Test func `a narrow terminal gets narrow lines, and control characters never pass`() {
        let answer = CodeAnswer(
            title: "0x1\u{1B}[2J",
            sections: [.init(title: "Title", lines: ["12. one two three four five six", "   a command\u{7}"])])
        #expect(
            CodeText(width: 24).lines(for: answer) == [
                "0x1\u{FFFD}[2J", "", "Title", "  12. one two three", "      four five six", "     a command\u{FFFD}",
            ])
    }
}
