import LabSupport
import Testing

@Suite("The manual")
struct ManualTests {
    private static let pages = ["rdptop.1", "rdptop-hosts.5", "rdptop-config.5"]

    @Test("has these pages")
    func names() async throws {
        let result = try await RdptopBinary().run(["manual"])
        #expect(result.standardOutput.split(separator: "\n").map(String.init) == Self.pages)
        #expect(result.status == 0)
    }

    @Test("is without fault to mandoc, at every level of strictness", arguments: pages)
    func lint(_ page: String) async throws {
        let folder = try ScratchFolder()
        let roff = try await RdptopBinary().run(["manual", page, "--date", "2026-11-23"]).standardOutput
        try folder.write(roff, to: page)
        let result = try await run(
            executable: LabProgram.mandoc.path(), arguments: ["-T", "lint", "-W", "all", folder[page]])
        #expect(result.status == 0, "\(result)")
        #expect(result.standardOutput + result.standardError == "")
    }

    @Test("has a heading of each kind that readers look for, and every command")
    func sections() async throws {
        let text = try await Self.plain("rdptop.1")
        let headings = Set(text.split(separator: "\n").filter { $0.first?.isUppercase == true }.map(String.init))
        #expect(
            headings.isSuperset(of: [
                "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "KEYS", "FILTERS", "EXIT STATUS", "FILES", "ENVIRONMENT",
                "EXAMPLES", "SEE ALSO",
            ]))
        for words in ["rdptop check [options]", "--no-recheck", "next-problem", "cert<14d", "NO_COLOR"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("--serve") && !text.contains("manual ["))
    }

    @Test("is never wider than 80 columns", arguments: pages)
    func width(_ page: String) async throws {
        let lines = try await Self.plain(page).split(separator: "\n")
        #expect(lines.count > 20)
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test("of another name does not exist, which ends with 64 and names those that do")
    func unknown() async throws {
        let result = try await RdptopBinary().run(["manual", "rdptop.8"])
        #expect(result.status == 64)
        #expect(result.standardError.contains("only rdptop.1, rdptop-hosts.5, rdptop-config.5"))
        #expect(result.standardOutput.isEmpty)
    }

    /// A page as it is read, without bold and underlined letters.
    private static func plain(_ page: String) async throws -> String {
        let roff = try await RdptopBinary().run(["manual", page, "--date", "2026-11-23"]).standardOutput
        let shown = try await run(.mandoc, ["-T", "utf8", "-O", "width=80"], input: roff)
        return shown.replacing(/.\u{8}/, with: "")
    }
}
