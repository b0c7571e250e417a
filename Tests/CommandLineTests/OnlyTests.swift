import Foundation
import LabSupport
import Testing

/// `check --only`: the filter of the screen for reports and exit statuses.
@Suite("check --only")
struct OnlyTests {
    /// Two servers that refuse connections at one site, one that would be reached through a gateway at another.
    private static func fleet() throws -> ScratchFolder {
        let endpoint = try LoopbackEndpoint.free()
        let folder = try ScratchFolder()
        let text = """
            groups:
              - name: fra
                hosts:
                  - {name: fra-1.lab.test, address: \(endpoint.address), port: \(endpoint.port), tags: [kiosk]}
                  - {name: fra-2.lab.test, address: \(endpoint.address), port: \(endpoint.port)}
              - name: nyc
                hosts:
                  - {name: nyc-1.lab.test, address: \(endpoint.address), port: \(endpoint.port)}

            """
        try folder.write(text, to: "hosts.yaml")
        return folder
    }

    private static func check(_ arguments: [String], in folder: ScratchFolder) async throws -> CommandResult {
        try await RdptopBinary().run(
            ["check", "--depth", "cycle", "--no-recheck"] + arguments, workingDirectory: folder.path)
    }

    @Test("reports what the filter leaves, names it, and says how many it left out")
    func text() async throws {
        let folder = try Self.fleet()
        let result = try await Self.check(["--only", "site:fra !tag:kiosk", "hosts.yaml"], in: folder)
        #expect(result.standardOutput.contains("filter: site:fra !tag:kiosk (1 shown, 2 left out)"))
        #expect(result.standardOutput.contains("fra-2"))
        #expect(!result.standardOutput.contains("fra-1") && !result.standardOutput.contains("nyc-1"))
        #expect(result.status == 3)
    }

    @Test("counts ages from the end of the probe, and what it saw")
    func facts() async throws {
        let folder = try Self.fleet()
        let result = try await Self.check(
            ["--only", "~^fra reason:refused", "--format", "json", "hosts.yaml"], in: folder)
        #expect(result.standardOutput.firstMatch(of: /"filter" ?: ?"~\^fra reason:refused"/) != nil)
        #expect(result.standardOutput.firstMatch(of: /"left_out" ?: ?1\b/) != nil)
        #expect(!result.standardOutput.contains("nyc-1"))
    }

    @Test("says that it leaves nobody, and ends with 3, as nothing is known then")
    func status() async throws {
        let folder = try Self.fleet()
        let result = try await Self.check(["--only", "is:ok", "hosts.yaml"], in: folder)
        #expect(result.status == 3)
        #expect(result.standardOutput.contains("filter: is:ok (0 shown, 3 left out)"))
        #expect(result.standardOutput.contains("no server matches the filter"))
        #expect(result.standardError == "rdptop: --only: no server matches, of 3 servers probed: is ok\n")
    }

    @Test("underlines a mistake, and ends with 64")
    func mistake() async throws {
        let folder = try Self.fleet()
        let result = try await Self.check(["--only", "fra is:dwon | nyc", "hosts.yaml"], in: folder)
        #expect(result.status == 64)
        #expect(result.standardOutput.isEmpty)
        let lines = result.standardError.split(separator: "\n")
        #expect(lines.first?.hasPrefix("rdptop: --only: did you mean is:down?") == true)
        #expect(lines.dropFirst() == ["  fra is:dwon | nyc", "      ^^^^^^^"])
    }

    @Test("takes a name that no server has for a mistake")
    func nothing() async throws {
        let folder = try Self.fleet()
        let result = try await Self.check(["--only", "site:fro", "hosts.yaml"], in: folder)
        #expect(result.status == 64)
        #expect(
            result.standardError == "rdptop: --only: the fleet file rules out every server of hosts: site is fro\n")
    }
}
