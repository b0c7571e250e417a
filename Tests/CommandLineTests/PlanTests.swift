import LabSupport
import Testing

@Suite("rdptop plan")
struct PlanTests {
    /// The path of the example that comes with the program.
    private static let example = SourceTree.root.appending(path: "hosts.example.yaml").path

    @Test("prints what would be done to the fleet, and sends nothing")
    func silence() async throws {
        // A network whose only interface is down: whatever were sent would fail, and be told.
        let folder = try ScratchFolder()
        let trace = folder["calls"]
        let result = try await run(
            executable: LabProgram.unshare.path(),
            arguments: ["--net", LabProgram.strace.path(), "-f", "-qq", "-e", "trace=%network", "-o", trace]
                + [RdptopBinary().path, "plan", Self.example],
            environment: ["HOME": folder.path], workingDirectory: folder.path)
        #expect(result.status == 0, "\(result)")
        #expect(result.standardError.isEmpty)
        #expect(result.standardOutput.hasPrefix("hosts.example: "))
        #expect(result.standardOutput.contains("Nothing has been sent."))
        for part in ["TCP 3389", "UDP 3389", "companion", "variants", "gateway rdgw-fra-1", "mstshash=rdptop"] {
            #expect(result.standardOutput.contains(part), "\(part)")
        }
        // Not even a socket was made.
        #expect(text(ofFile: trace).isEmpty, "\(text(ofFile: trace))")
    }

    @Test("tells the limits that it was given")
    func limits() async throws {
        let result = try await RdptopBinary().run(["plan", Self.example, "--max-probes", "7", "--max-per-second", "3"])
        #expect(result.status == 0)
        #expect(result.standardOutput.contains("7 in all"))
        #expect(result.standardOutput.contains("3 a second in all"))
    }

    @Test("ends with 78 for a fleet file that is not there")
    func missing() async throws {
        let result = try await RdptopBinary().run(["plan", "absent.yaml"])
        #expect(result.status == 78)
        #expect(result.standardError == "rdptop: absent.yaml: there is no such file\n")
        #expect(result.standardOutput.isEmpty)
    }
}
