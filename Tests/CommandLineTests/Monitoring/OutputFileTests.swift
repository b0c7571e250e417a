import Foundation
import LabSupport
import Testing

/// `check --output`.
@Suite("check --output")
struct OutputFileTests {
    private static func check(_ options: [String], in folder: ScratchFolder) async throws -> CommandResult {
        try await RdptopBinary().run(
            ["check", try LoopbackEndpoint.free().address, "--depth", "cycle"] + options,
            workingDirectory: folder.path)
    }

    @Test("writes the report to a file, and nothing anywhere else")
    func writes() async throws {
        let folder = try ScratchFolder()
        let result = try await Self.check(["--output", "report.json", "--format", "json"], in: folder)
        #expect(result.status == 2)
        #expect(result.standardOutput.isEmpty && result.standardError.isEmpty)
        #expect(try CheckReport.read(text(ofFile: folder["report.json"])).servers.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
    }

    @Test("takes the place of a file only with --force")
    func force() async throws {
        let folder = try ScratchFolder()
        try folder.write("mine\n", to: "report.txt")
        let refused = try await Self.check(["--output", "report.txt"], in: folder)
        #expect(refused.status == 73)
        #expect(refused.standardError.contains("report.txt exists already"))
        #expect(text(ofFile: folder["report.txt"]) == "mine\n")
        #expect(try await Self.check(["--output", "report.txt", "--force"], in: folder).status == 2)
        #expect(text(ofFile: folder["report.txt"]).hasPrefix("rdptop "))
    }

    @Test(
        "leaves alone what is no file, and says beforehand where it may not write",
        arguments: [["--output", "/dev/null", "--force"], ["--output", "no/such/folder/x"], ["--output", "/"]])
    func noFile(_ options: [String]) async throws {
        let result = try await Self.check(options, in: try ScratchFolder())
        #expect(result.status == 73)
        #expect(result.standardError.hasPrefix("rdptop: --output: "))
        #expect(result.standardOutput.isEmpty)
        #expect(FileManager.default.isWritableFile(atPath: "/dev/null"))
    }

    @Test("never takes the place of the fleet file, whatever leads to it", arguments: [["--force"], ["--watch"]])
    func fleetFile(_ options: [String]) async throws {
        let folder = try ScratchFolder()
        let content = "hosts: [\"\(try LoopbackEndpoint.free().address)\"]\n"
        try folder.write(content, to: "hosts.yaml")
        try FileManager.default.createSymbolicLink(atPath: folder["link.txt"], withDestinationPath: "hosts.yaml")
        for name in ["hosts.yaml", "link.txt"] {
            let result = try await RdptopBinary().run(
                ["check", "--output", name, "hosts.yaml"] + options, workingDirectory: folder.path)
            #expect(result.status == 73)
            #expect(result.standardError.contains("hosts.yaml"), "\(result)")
            #expect(result.standardError.contains("is read by this command, and is never overwritten"))
            #expect(text(ofFile: folder["hosts.yaml"]) == content)
        }
    }

    @Test("leaves no half file on a full disk, and says so")
    func fullDisk() async throws {
        let folder = try ScratchFolder()
        // No file may become longer than 0 bytes; without SIGXFSZ the kernel says EFBIG instead.
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c", #"trap '' XFSZ; ulimit -f 0; exec "$0" check "$1" --depth cycle --output "$2""#,
                try RdptopBinary().path, try LoopbackEndpoint.free().address, folder["report.txt"],
            ], environment: ["HOME": "/nonexistent"])
        #expect(result.status == 73, "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
