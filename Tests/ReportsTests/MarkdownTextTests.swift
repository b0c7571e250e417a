import TestSupport
import Testing

@testable import Reports

@Suite struct MarkdownTextTests {
    /// What a reader of Markdown shows of a line that is one code span and nothing else (CommonMark 6.1); nil for others.
    static func shown(_ line: String) -> String? {
        let fence = line.prefix { $0 == "`" }
        guard !fence.isEmpty, let (content, rest) = span(line.dropFirst(fence.count), fence.count), rest.isEmpty
        else { return nil }
        let isBlank = content.allSatisfy { $0 == " " }
        guard content.hasPrefix(" "), content.hasSuffix(" "), !isBlank else { return String(content) }
        return String(content.dropFirst().dropLast())
    }

    /// A text without its code spans.
    static func outside(_ text: some StringProtocol) -> String {
        var (result, rest) = ("", Substring(text))
        while let character = rest.first {
            if character == "\\" {
                result += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if character == "`" {
                let fence = rest.prefix { $0 == "`" }
                rest = rest.dropFirst(fence.count)
                if let (_, after) = span(rest, fence.count) { rest = after } else { result += fence }
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }

    /// What stands before the next run of exactly so many backticks, and what comes after it; nil when there is none.
    private static func span(_ text: Substring, _ length: Int) -> (content: Substring, rest: Substring)? {
        var place = text.startIndex
        while let start = text[place...].firstIndex(of: "`") {
            let run = text[start...].prefix { $0 == "`" }
            if run.count == length { return (text[..<start], text[run.endIndex...]) }
            place = run.endIndex
        }
        return nil
    }

    @Test(arguments: [
        "Get-Item <name> | Out-File 'C:\\x & y'", "`a`", "a`` ` ```b", "`", "``", " a ", " a", "x", "<b>&amp;</b>",
        "$_ !*[]",
    ])
    func `code is shown as it is, so that it can be copied`(text: String) {
        #expect(Self.shown(markdownCode(text)) == text)
    }

    @Test func `a command with a less-than is not escaped in any report of Markdown`() {
        var report = SampleReport.verdict
        report.commandLine = "rdptop check --only 'cert<14d' corp-prod.yaml"
        report.filter = "cert<14d"
        for text in [MarkdownReport().text(of: report), HandoverReport().text(of: report)] {
            #expect(text.contains("`rdptop check --only 'cert<14d' corp-prod.yaml`"))
            #expect(text.contains("`cert<14d`"))
            #expect(!text.contains("&lt;"))
        }
    }

    @Test func `outside of code no tag is left`() {
        #expect(Self.outside("a `b<c>` d\\`e `` ` `` f") == "a  d\\`e  f")
        for report in [SampleReport.hostile, SampleReport.poisoned] {
            for text in [MarkdownReport().text(of: report), HandoverReport().text(of: report)] {
                for line in text.split(separator: "\n") {
                    #expect(!Self.outside(line).contains("<"), "\(line.prefix(200))")
                }
            }
        }
    }
}
