import Drawing
import FleetModel
import Foundation
import TestSupport
import Testing

@testable import Dashboard

@Suite struct KeyListTests {
    private static let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/keys.md")

    @Test func `The page of the documentation is what the program prints`() throws {
        try expectRecorded(KeyList(.standard).text(.markdown), Self.page)
    }

    @Test(arguments: KeyList.Format.allCases)
    func `Every action stands in every format`(format: KeyList.Format) {
        let text = KeyList(.standard).text(format)
        for action in ActionTable.actions {
            #expect(text.contains(action.id), "\(action.id)")
        }
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }

    @Test func `The plain list is aligned, and says where an action works and that it has no key`() throws {
        var configuration = ProgramConfiguration()
        configuration.keys = [
            .init(action: .init("probe", line: 1, column: 1), keys: []),
            .init(action: .init("next-problem", line: 2, column: 1), keys: [.init("日", line: 2, column: 9)]),
        ]
        let text = KeyList(KeyMap.wanted(by: configuration).keys).text(.text)
        let lines = text.split(separator: "\n").map(String.init)
        let probe = try #require(lines.first { $0.contains("  probe  ") })
        #expect(probe.hasPrefix("  -  "))
        let problem = try #require(lines.first { $0.contains(" next-problem  ") })
        #expect(problem.hasPrefix("  日 "))
        func cells(before word: String, in line: String) throws -> Int {
            TextWidth.cells(of: String(line[..<(try #require(line.range(of: word)).lowerBound)]))
        }
        #expect(try cells(before: "probe  ", in: probe) == cells(before: "next-problem  ", in: problem))
        #expect(lines.contains { $0.hasSuffix("go to the next server (in the details of a server)") })
    }

    @Test func `Nothing in a table of Markdown ends a cell too early`() {
        for line in KeyList(.standard).text(.markdown).split(separator: "\n") where line.hasPrefix("|") {
            let bars = line.replacing("\\|", with: "").filter { $0 == "|" }.count
            #expect([3, 4, 5].contains(bars), "\(line)")
        }
    }
}
