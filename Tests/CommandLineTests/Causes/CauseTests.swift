import LabSupport
import Testing

@Suite("The cause of what is broken on purpose", .timeLimit(.minutes(2)))
struct CauseTests {
    @Test("is named when a real server is broken", arguments: BrokenServerTable.rows)
    func server(_ row: BrokenServer) async throws {
        let server = try #require(try await BrokenServers.shared.value.server(row))
        #expect(server.state == row.state)
        expect(server.findings, of: row.name, row.cause)
    }

    @Test("is named when a device between breaks connections", arguments: BrokenPathTable.rows)
    func path(_ row: BrokenPath) async throws {
        let server = try #require(try await BrokenPaths.shared.value.server(row))
        #expect(server.state == row.state)
        expect(server.findings, of: row.name, row.cause)
    }
}
