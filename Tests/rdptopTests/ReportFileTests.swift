import Foundation
import Testing

@testable import rdptop

@Suite struct ReportFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    @Test func writesTheWholeTextAndLeavesNothingElse() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let written = try ReportFile.write("one\ntwo\n", to: path("report.md"))
        #expect(try String(contentsOfFile: written, encoding: .utf8) == "one\ntwo\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["report.md"])
    }

    @Test func neverOverwrites() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try ReportFile.write("mine", to: path("report.md"))
        #expect(throws: ReportFile.Mistake(description: "\(file) exists already; choose another name")) {
            try ReportFile.write("yours", to: file)
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    /// As on a file system that knows no links.
    private func noLinks(_ code: CInt) -> (String, String) -> CInt {
        { _, _ in
            errno = code
            return -1
        }
    }

    @Test(arguments: [EPERM, EOPNOTSUPP, ENOSYS])
    func whereThereAreNoLinksTheFileIsWrittenInItsPlace(code: CInt) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try ReportFile.write("mine", to: path("report.md"), link: noLinks(code))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(throws: ReportFile.Mistake(description: "\(file) exists already; choose another name")) {
            try ReportFile.write("yours", to: file, link: noLinks(code))
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["report.md"])
    }

    @Test func anotherReasonWhyALinkFailsIsToldAndNothingIsLeft() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = path("report.md")
        #expect(throws: ReportFile.Mistake(description: "\(file): the disk is full")) {
            try ReportFile.write("x", to: file, link: noLinks(ENOSPC))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).isEmpty)
    }

    @Test(arguments: [("missing/report.md", "there is no such folder"), ("", "")])
    func aPlaceThatIsNotThereIsAMistake(name: String, reason: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect {
            try ReportFile.write("x", to: name.isEmpty ? "" : path(name))
        } throws: { error in
            "\(error)".hasSuffix(reason)
        }
    }

    @Test func aFullDiskLeavesNoHalfFile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        // Every write to this device fails with ENOSPC; its folder takes no files from anybody.
        #expect(throws: ReportFile.Mistake.self) { try ReportFile.write("x", to: "/dev/full/report.md") }
    }
}
