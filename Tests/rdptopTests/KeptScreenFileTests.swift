import Drawing
import Foundation
import Testing

@testable import Dashboard
@testable import rdptop

@Suite struct KeptScreenFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rdptop-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    private func file(_ fleet: String = "/fleets/prod.yaml") throws -> KeptScreenFile {
        let state = folder.appending(path: "state").path(percentEncoded: false)
        return try #require(KeptScreenFile.find(.fleetFile(fleet), environment: ["XDG_STATE_HOME": state]))
    }

    /// What a board keeps that found nothing.
    private func save(_ screen: KeptScreen, to file: KeptScreenFile) throws {
        try file.save(screen, since: KeptScreen())
    }

    private static func screen(_ view: ViewID, filter: String = "site:fra") -> KeptScreen {
        var screen = KeptScreen()
        screen.view = view
        screen.lists[.program(.all)] = KeptList(sort: .name, filter: filter)
        return screen
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func contents(_ file: KeptScreenFile) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: (file.path as NSString).deletingLastPathComponent).sorted()
    }

    @Test(arguments: [
        (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/rdptop/screen-prod-"),
        (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/rdptop/screen-prod-"),
        (["HOME": "/h"], "/h/.local/state/rdptop/screen-prod-"),
    ])
    func `It stands where the user's state does`(environment: [String: String], start: String) throws {
        let path = try #require(KeptScreenFile.find(.list("/fleets/prod.txt"), environment: environment)?.path)
        #expect(path.hasPrefix(start) && path.hasSuffix(".json"))
    }

    @Test func `Each fleet file has its own; servers of the command line have none`() throws {
        let environment = ["HOME": "/h"]
        let paths = ["/a/prod.yaml", "/b/prod.yaml", "/a/../a/prod.yaml", "/a/pröd/../prod.yaml"].map {
            KeptScreenFile.find(.fleetFile($0), environment: environment)?.path
        }
        #expect(paths[0] != paths[1] && paths[0] == paths[2] && paths[0] == paths[3])
        #expect(KeptScreenFile.find(.targets(["ts01"]), environment: environment) == nil)
        #expect(KeptScreenFile.find(.fleetFile("/a/prod.yaml"), environment: [:]) == nil)
    }

    @Test func `What was saved is read again, by nobody else, and nothing else is left`() throws {
        defer { remove() }
        let file = try file()
        #expect(file.load().screen == KeptScreen() && file.load().notice == nil)
        for view in [ViewID.problems, .sites] {
            try save(Self.screen(view), to: file)
            #expect(file.load().screen == Self.screen(view))
        }
        #expect(try contents(file) == [(file.path as NSString).lastPathComponent])
        #expect(try permissions(file.path) == 0o600)
        #expect(try permissions((file.path as NSString).deletingLastPathComponent) == 0o700)
        #expect(try String(contentsOfFile: file.path, encoding: .utf8).contains(#""fleet" : "/fleets/prod.yaml""#))
    }

    @Test(arguments: [
        "", "{", "[]", "null", #"{"version":1}"#, #"{"version":2,"fleet":"x","screen":{}}"#,
        #"{"version":1,"fleet":"x","screen":7}"#, String(repeating: "[", count: 100_000),
    ])
    func `A file that cannot be understood is put aside, and its place is free`(text: String) throws {
        defer { remove() }
        let file = try file()
        try save(KeptScreen(), to: file)
        for name in ["unusable", "unusable-2"] {
            try Data(text.utf8).write(to: URL(filePath: file.path))
            let content = file.load()
            #expect(content.screen == KeptScreen() && content.isReplaceable)
            #expect(content.notice?.hasSuffix("it is now \(file.path).\(name)") == true)
            #expect(try String(contentsOfFile: "\(file.path).\(name)", encoding: .utf8) == text)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
        try save(Self.screen(.events), to: file)
        #expect(file.load().screen == Self.screen(.events))
    }

    @Test func `When nine have been put aside already, it stays as it is`() throws {
        defer { remove() }
        let file = try file()
        try save(KeptScreen(), to: file)
        for _ in 1...9 {
            try Data("{".utf8).write(to: URL(filePath: file.path))
            #expect(file.load().isReplaceable)
        }
        try Data("{".utf8).write(to: URL(filePath: file.path))
        let content = file.load()
        #expect(!content.isReplaceable && content.notice?.contains("cannot be understood or put aside") == true)
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "{")
    }

    @Test func `What is no file, or too long for one, is left alone`() throws {
        defer { remove() }
        let (first, second) = (try file("/a.yaml"), try file("/b.yaml"))
        try FileManager.default.createDirectory(atPath: first.path, withIntermediateDirectories: true)
        try Data(repeating: 0x20, count: 1_048_577).write(to: URL(filePath: second.path))
        for file in [first, second] {
            let content = file.load()
            #expect(!content.isReplaceable && content.notice?.hasPrefix("the screen is not kept this time: ") == true)
        }
    }

    @Test func `A folder that cannot be made is said in words`() throws {
        defer { remove() }
        try Data().write(to: folder.appending(path: "state"))
        let file = try file()
        #expect {
            try save(KeptScreen(), to: file)
        } throws: { error in
            "\(error)".hasPrefix("the screen is not kept for the next run: \(file.path): ")
        }
    }

    @Test func `What could not be read again is not written`() throws {
        defer { remove() }
        let file = try file()
        try save(Self.screen(.all), to: file)
        let endless = Self.screen(.all, filter: String(repeating: "site:fra ", count: 200_000))
        #expect(
            throws: KeptScreenFile.Mistake(
                description: "the screen is not kept for the next run: \(file.path) would be longer than 1 MiB")
        ) { try save(endless, to: file) }
        #expect(file.load().screen == Self.screen(.all))
    }

    // MARK: Several boards

    @Test func `Two boards on one fleet keep what was changed on each`() throws {
        defer { remove() }
        let file = try file()
        let found = Self.screen(.all)
        try save(found, to: file)
        var (first, second) = (found, found)
        first.theme = .mono
        try file.save(first, since: found)
        second.lists[.program(.all)]?.filter = "site:ber"
        try file.save(second, since: found)
        #expect(file.load().screen.theme == .mono)
        #expect(file.load().screen.lists[.program(.all)] == KeptList(sort: .name, filter: "site:ber"))
        let kept = first
        first.lists[.program(.all)]?.filter = "site:muc"
        try file.save(first, since: kept)
        #expect(file.load().screen.lists[.program(.all)] == KeptList(sort: .name, filter: "site:muc"))
    }

    @Test func `What is kept already is not written again`() throws {
        defer { remove() }
        let file = try file()
        try save(Self.screen(.all), to: file)
        // Whoever writes puts another file there.
        var (first, last) = (stat(), stat())
        #expect(stat(file.path, &first) == 0)
        try save(Self.screen(.all), to: file)
        try file.save(KeptScreen(), since: KeptScreen())
        #expect(stat(file.path, &last) == 0 && first.st_ino == last.st_ino)
        #expect(file.load().screen == Self.screen(.all))
    }

    @Test func `What somebody else has put there meanwhile is left alone`() throws {
        defer { remove() }
        let file = try file()
        try save(Self.screen(.all), to: file)
        try Data("{".utf8).write(to: URL(filePath: file.path))
        #expect(
            throws: KeptScreenFile.Mistake(
                description:
                    "the screen is not kept for the next run: \(file.path) cannot be understood any more, and is "
                    + "left alone")
        ) { try save(Self.screen(.sites), to: file) }
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "{")
    }

    @Test func `Of boards that write at once none loses what another has kept, and there is never half a file`()
        async throws
    {
        defer { remove() }
        let file = try file()
        let long = String(repeating: "site:fra ", count: 2_000)
        await withTaskGroup { group in
            for view in ViewID.allCases {
                group.addTask {
                    var (kept, screen) = (KeptScreen(), KeptScreen())
                    for filter in [long, "", long, "", "site:ber"] {
                        screen.lists[.program(view)] = KeptList(filter: filter)
                        #expect(throws: Never.self) { try file.save(screen, since: kept) }
                        kept = screen
                    }
                }
                group.addTask {
                    for _ in 0..<10 {
                        let content = file.load()
                        #expect(content.notice == nil)
                        #expect(content.screen.lists.values.allSatisfy { [long, "", "site:ber"].contains($0.filter) })
                    }
                }
            }
        }
        let expected = ViewID.allCases.map { (NumberedView.program($0), KeptList(filter: "site:ber")) }
        #expect(file.load().screen.lists == Dictionary(uniqueKeysWithValues: expected))
        #expect(try contents(file).count == 1)
    }
}
