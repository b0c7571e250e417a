import FoundationEssentials
import LabSupport
import Testing

@Suite("The built executable")
struct RdptopBinaryTests {
    @Test("that has not been built is an error that says how to build it")
    func missing() throws {
        let error = #expect(throws: LabError.self) { try RdptopBinary(path: "/nonexistent/rdptop") }
        #expect(try #require(error).description.contains("swift build --product rdptop"))
    }

    @Test("is looked for beside the running tests")
    func place() throws {
        let path = try RdptopBinary.builtPath()
        #expect(path.hasPrefix("/") && path.hasSuffix("/rdptop"))
        let neighbours = try FileManager.default.contentsOfDirectory(atPath: String(path.dropLast("/rdptop".count)))
        #expect(neighbours.contains { $0.hasSuffix(".xctest") })
    }

    @Test("is run in an empty folder, with an empty home, and measured")
    func run() async throws {
        let binary = try RdptopBinary(path: "/bin/sh")
        let result = try await binary.run(["-c", #"ls -A "$HOME" .; cat; sleep 0.05; exit 2"#], input: "typed\n")
        #expect(result.status == 2)
        #expect(result.standardOutput.hasSuffix("typed\n"))
        #expect(result.standardError.isEmpty)
        #expect(result.wallTime >= .milliseconds(50))
    }

    @Test("opens in a terminal")
    func terminal() async throws {
        let binary = try RdptopBinary(path: "/bin/echo")
        let session = try await binary.open(["on", "screen;"])
        try await session.waitFor("on screen;")
        #expect(try await session.exitStatus() == 0)
        await session.kill()
    }
}
