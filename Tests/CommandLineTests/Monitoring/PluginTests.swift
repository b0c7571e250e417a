import Foundation
import LabSupport
import Testing

/// `check` as monitoring systems call it.
@Suite("check as a plugin")
struct PluginTests {
    /// A server whose certificate is good for 90 days.
    private static let server = Once {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "plugin.lab.test"))
        return try await XrdpServer.start(.tls, certificate: certificate)
    }

    private static func check(_ options: [String]) async throws -> CommandResult {
        let endpoint = try await server.value.endpoint
        return try await RdptopBinary().run(
            ["check", "--format", "nagios", "-H", endpoint.address, "-p", "\(endpoint.port)"] + options)
    }

    @Test("ends with the worst of the state and of the ranges, and says so in the first word")
    func ranges() async throws {
        let days = try await Self.days
        // The server is a warning by itself, as its certificate is from an authority that nobody knows here.
        let plain = try await Self.check([])
        let own = try #require(plain.status)
        for (options, status) in [
            (["-w", "\(days - 1):", "-c", "1:"], own), (["-w", "\(days + 2):"], max(own, 1)),
            (["-c", "\(days + 2):"], 2), (["-w", "@0:\(days + 9)", "-c", "@0:\(days + 9)"], 2),
            (["-w", "~:\(days + 2)"], own),
        ] {
            let result = try await Self.check(options)
            let output = try await PluginOutput.read(result.standardOutput)
            #expect(result.status == status, "\(options): \(result)")
            #expect(output.state == ["OK", "WARNING", "CRITICAL", "UNKNOWN"][Int(status)], "\(options)")
            #expect(result.standardError.isEmpty)
        }
    }

    private static var days: Int {
        get async throws {
            let output = try await PluginOutput.read(try await check([]).standardOutput)
            return try #require(output.values.first { $0.label == "cert_days" }.flatMap { Int($0.value) })
        }
    }

    @Test("has performance data of one server with their units and ranges")
    func performanceData() async throws {
        let output = try await PluginOutput.read(try await Self.check(["-w", "30:", "-c", "7:"]).standardOutput)
        #expect(output.service == "RDP")
        #expect(output.values.first { $0.label == "cert_days" }?.limits.prefix(2) == ["30:", "7:"])
        for label in ["tcp", "x224", "tls"] {
            #expect(output.values.first { $0.label == label }?.unit == "s", "\(output.values)")
        }
    }

    @Test("is CRITICAL when nobody listens")
    func refused() async throws {
        let result = try await RdptopBinary().run(
            ["check", "--format=nagios", "-H", try LoopbackEndpoint.free().address])
        #expect(result.status == 2)
        #expect(try await PluginOutput.read(result.standardOutput).state == "CRITICAL")
    }

    @Test(
        "says each mistake in one line on standard output, and ends with 3",
        arguments: [
            ["-w", "x"], ["-w", "20:10"], ["-c", ""], ["-t", "0"], ["-t", "soon"], ["--no-such-option"], ["-p", "0"],
            ["-p", "99999"], ["absent.yaml"], ["broken.yaml"], ["-H", ""], ["-H", "a:1", "-p", "2"], ["-H", "a:99999"],
            ["--only", "is:nothing"], ["--rdp", "absent.rdp"], ["--audit", "no/such/folder"], ["ts01", "--watch"],
            ["ts01", "--output", "no/such/folder"], [],
        ])
    func mistakes(_ options: [String]) async throws {
        let folder = try ScratchFolder()
        try folder.write("hosts: [\n", to: "broken.yaml")
        let result = try await RdptopBinary().run(
            ["check", "--format", "nagios"] + options, workingDirectory: folder.path)
        #expect(result.status == 3, "\(result)")
        #expect(result.standardOutput.hasPrefix("RDP UNKNOWN - "), "\(result)")
        #expect(result.standardOutput.count { $0 == "\n" } == 1)
        #expect(result.standardError.isEmpty, "\(result)")
        #expect(try await PluginOutput.read(result.standardOutput).text.count <= 200)
    }

    @Test(
        "is in no state of a service when it was asked for its help or its version", arguments: ["-h", "-V", "--help"])
    func help(_ option: String) async throws {
        let result = try await RdptopBinary().run(["check", "--format", "nagios", option])
        #expect(result.status == 3)
        #expect(!result.standardOutput.isEmpty && result.standardError.isEmpty)
        #expect(try await RdptopBinary().run(["check", option]).status == 0)
    }

    @Test("takes -v as often as it is given", arguments: ["-v", "-vv", "-vvv"])
    func verbose(_ option: String) async throws {
        let status = try await Self.check([]).status
        #expect(try await Self.check([option]).status == status)
    }
}
