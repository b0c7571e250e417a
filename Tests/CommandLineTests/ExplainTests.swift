import LabSupport
import Testing

@Suite("rdptop explain")
struct ExplainTests {
    @Test("says what a code means, and makes not even a socket")
    func silence() async throws {
        let run = try await NetworkCalls.record(["explain", "0x904", "0x7"])
        #expect(run.result.status == 0, "\(run.result)")
        #expect(run.result.standardError.isEmpty)
        #expect(run.result.standardOutput.hasPrefix("0x904 / 0x7\n"))
        #expect(run.result.standardOutput.contains("rdptop trace SERVER"))
        #expect(run.calls.isEmpty)
    }

    @Test("takes a negative number for a code, not for an option")
    func negative() async throws {
        let result = try await RdptopBinary().run(["explain", "-2146893022", "--format", "json"])
        #expect(result.status == 0, "\(result)")
        #expect(result.standardOutput.contains("\"SEC_E_WRONG_PRINCIPAL\""))
    }

    @Test("knows the number that no table has, and ends with 0 for it")
    func unknown() async throws {
        let result = try await RdptopBinary().run(["explain", "0x1F08"])
        #expect(result.status == 0)
        #expect(result.standardOutput.contains("in no public table"))
    }

    @Test("ends with 64 for what is no code, and says what one looks like", arguments: [["ts07"], []])
    func noCode(_ arguments: [String]) async throws {
        let result = try await RdptopBinary().run(["explain"] + arguments)
        #expect(result.status == 64)
        #expect(result.standardError.contains("0x904"))
        #expect(result.standardOutput.isEmpty)
    }
}
