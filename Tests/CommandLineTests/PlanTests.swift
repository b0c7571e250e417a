import Foundation
import LabSupport
import Testing

@Suite("rdptop plan")
struct PlanTests {
    /// The path of the example that comes with the program.
    private static let example = SourceTree.root.appending(path: "hosts.example.yaml").path

    @Test("prints what would be done to the fleet, and makes not even a socket")
    func silence() async throws {
        let run = try await NetworkCalls.record(["plan", Self.example])
        #expect(run.result.status == 0, "\(run.result)")
        #expect(run.result.standardError.isEmpty)
        #expect(run.result.standardOutput.hasPrefix("hosts.example: "))
        #expect(run.result.standardOutput.contains("Nothing has been sent."))
        for part in ["TCP 3389", "UDP 3389", "companion", "variants", "gateway rdgw-fra-1", "mstshash=rdptop"] {
            #expect(run.result.standardOutput.contains(part), "\(part)")
        }
        #expect(run.calls.isEmpty)
    }

    @Test("tells the limits that it was given")
    func limits() async throws {
        let result = try await RdptopBinary().run(["plan", Self.example, "--max-probes", "7", "--max-per-second", "3"])
        #expect(result.status == 0)
        #expect(result.standardOutput.contains(" 7 in all"))
        #expect(result.standardOutput.contains("a second: 3 in all"))
    }

    @Test("ends with 78 for a fleet file that is not there")
    func missing() async throws {
        let result = try await RdptopBinary().run(["plan", "absent.yaml"])
        #expect(result.status == 78)
        #expect(result.standardError == "rdptop: absent.yaml: there is no such file\n")
        #expect(result.standardOutput.isEmpty)
    }
}
