import ArgumentParser
import Foundation
import Testing

@testable import rdptop

/// Whoever follows the documentation types what stands in it.
@Suite struct DocumentedCommandTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: ["README.md", "docs/guide.md"])
    func `Every command line of a page is understood`(page: String) throws {
        let lines = try Self.commandLines(of: page)
        #expect(lines.count > 5)
        for line in lines {
            #expect(throws: Never.self, "\(line)") { try Rdptop.parseAsRoot(Self.arguments(of: line)) }
        }
    }

    @Test func `A command line that is wrong would be noticed`() {
        #expect(throws: (any Error).self) { try Rdptop.parseAsRoot(Self.arguments(of: "rdptop check --fromat json")) }
        #expect(Self.arguments(of: "rdptop check --only 'a b' c  # d") == ["check", "--only", "a b", "c"])
    }

    /// The lines of blocks of code that begin with the program's name, with or without the prompt of a shell.
    private static func commandLines(of page: String) throws -> [String] {
        let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
        let blocks = text.components(separatedBy: "```").enumerated().filter { !$0.offset.isMultiple(of: 2) }
        return blocks.map(\.element).filter { $0.hasPrefix("sh\n") || $0.hasPrefix("console\n") }
            .flatMap { $0.split(separator: "\n") }
            .map { $0.hasPrefix("$ ") ? String($0.dropFirst(2)) : String($0) }
            .filter { $0.hasPrefix("rdptop") }
    }

    /// The words as a shell would take them apart, up to a comment, a pipe or a redirection; without the program's name.
    private static func arguments(of line: String) -> [String] {
        var words: [String] = []
        for part in line.matches(of: /'([^']*)'|"([^"]*)"|(\S+)/) {
            if let bare = part.output.3, ["#", "|", ">", "||", "&&", ";"].contains(bare) || bare.hasPrefix("#") {
                break
            }
            words.append(String(part.output.1 ?? part.output.2 ?? part.output.3 ?? ""))
        }
        return Array(words.dropFirst())
    }
}
