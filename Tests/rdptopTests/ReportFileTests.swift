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

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(arguments: [0o600, 0o640, 0o666])
    func whatTakesThePlaceOfAFileHasItsMode(_ old: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try ReportFile.write("old", to: path("report.md"))
        try FileManager.default.setAttributes([.posixPermissions: old], ofItemAtPath: file)
        try ReportFile.replace(Array("new".utf8), at: file)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
        #expect(try mode(file) == old)
        try ReportFile.replace(Array("mine".utf8), at: file, isPrivate: true)
        #expect(try mode(file) == 0o600)
    }

    @Test(arguments: [true, false])
    func aLinkStaysAndTheFileItLeadsToIsReplaced(isThere: Bool) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(atPath: path("web"), withIntermediateDirectories: true)
        if isThere { _ = try ReportFile.write("old", to: path("web/page.html")) }
        for (link, target) in [("report.html", "second"), ("second", "web/page.html")] {
            try FileManager.default.createSymbolicLink(atPath: path(link), withDestinationPath: target)
        }
        try ReportFile.checkReplacing(path("report.html"))
        try ReportFile.replace(Array("new".utf8), at: path("report.html"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("report.html")) == "second")
        #expect(try String(contentsOfFile: path("web/page.html"), encoding: .utf8) == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path("web")) == ["page.html"])
    }

    @Test func whatWasReadIsNeverReplacedUnderWhateverName() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let fleet = try ReportFile.write("hosts: [a]\n", to: path("hosts.yaml"))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "hosts.yaml")
        #expect(link(fleet, path("twin")) == 0)
        _ = try ReportFile.write("other", to: path("other"))
        for name in ["hosts.yaml", "link", "twin"] {
            #expect {
                try ReportFile.check(path(name), isNoneOf: [path("absent"), fleet])
            } throws: { error in
                "\(error)".contains("hosts.yaml") && "\(error)".contains("is never overwritten")
            }
        }
        for name in ["other", "absent"] { try ReportFile.check(path(name), isNoneOf: [path("absent"), fleet]) }
    }

    @Test func aNameOfOneCharacterIsAName() throws {
        #expect(throws: Never.self) { try ReportFile.check("r") }
    }

    @Test func linksThatLeadInACircleAreAMistake() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for (link, target) in [("a", "b"), ("b", "a")] {
            try FileManager.default.createSymbolicLink(atPath: path(link), withDestinationPath: target)
        }
        #expect(throws: ReportFile.Mistake.self) { try ReportFile.replace([1], at: path("a")) }
    }

    @Test func aFullDiskLeavesNoHalfFile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        // Every write to this device fails with ENOSPC; its folder takes no files from anybody.
        #expect(throws: ReportFile.Mistake.self) { try ReportFile.write("x", to: "/dev/full/report.md") }
    }
}

extension ReportFile {
    /// Writes a short text.
    fileprivate static func write(
        _ text: String, to path: String, link: (String, String) -> CInt = { Foundation.link($0, $1) }
    ) throws(Mistake) -> String {
        try write(to: path, link: link) { $0.write(text) }
    }
}
