import Foundation
import Testing

@testable import rdptop

@Suite struct FileNamesTests {
    /// A folder with some files and folders in it, by their names; those of folders end in `/`.
    private func withFolder(_ names: [String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-paths-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in names {
            let item = folder.appending(path: name)
            if name.hasSuffix("/") {
                try FileManager.default.createDirectory(at: item, withIntermediateDirectories: true)
            } else {
                try Data().write(to: item)
            }
        }
        try body(folder.path(percentEncoded: false))
    }

    @Test(arguments: [
        ("", ["report-1.md", "report-2.md", "reports/"]), ("report-", ["report-1.md", "report-2.md"]),
        ("reports", ["reports/"]), ("reports/", ["old.md"]), (".", [".hidden"]), ("x", []), ("none/", []),
    ])
    func `Names that go on, those of folders with a slash, hidden ones only after a dot`(
        typed: String, found: [String]
    ) throws {
        try withFolder(["report-2.md", "report-1.md", ".hidden", "reports/", "reports/old.md"]) { folder in
            #expect(FileNames.goingOn(from: "\(folder)/\(typed)") == found)
        }
    }

    @Test func `A name that would do something to a terminal is not offered`() throws {
        try withFolder(["a\u{1B}[2J", "a\u{202E}b", "ab"]) { folder in
            #expect(FileNames.goingOn(from: "\(folder)/a") == ["ab"])
        }
    }

    @Test func `No more are offered than anybody would go through`() throws {
        try withFolder((0..<FileNames.limit + 5).map { "file-\($0)" }) { folder in
            #expect(FileNames.goingOn(from: "\(folder)/").count == FileNames.limit)
        }
    }

    @Test func `A long name at the end of a folder is read whole`() throws {
        let name = String(repeating: "n", count: 255)
        try withFolder([name]) { folder in
            #expect(FileNames.goingOn(from: "\(folder)/n") == [name])
        }
    }
}
