import Drawing
import Foundation
import TestSupport
import Testing

@testable import Dashboard

/// The screens in docs/guide.md are those that the board draws, by their names in the matrix.
@Suite struct GuideTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/guide.md").standardized

    /// `RDPTOP_RECORD=1` writes the screens of the page anew, and leaves its words alone.
    @Test func `The guide shows every screen as it is`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        var names: [String] = []
        let shown = try text.replacing(/<!-- screen: ([a-z-]+) -->\n```text\n[^`]*```/) { match in
            let name = String(match.output.1)
            names.append(name)
            let screen = try #require(MatrixTable.screens.first { $0.name == name }, "\(name)")
            let lines = try screen.screen(Size(width: 80, height: 24), .unicode).canvas.lines.map { line in
                String(line.reversed().drop { $0 == " " }.reversed())
            }
            return "<!-- screen: \(name) -->\n```text\n\(lines.joined(separator: "\n"))\n```"
        }
        #expect(names.count >= 5)
        try expectRecorded(shown, Self.page)
    }
}
