import LabSupport
import Testing

@Suite("Opening a large fleet")
struct OpeningTests {
    /// Enough hosts for the file to be read behind the open screen.
    private static func folder(ending: String = "") throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let endpoint = try LoopbackEndpoint.free()
        let hosts = (1...2_000).map { number in
            "  - {name: ts-\(number).lab.test, address: \(endpoint.address), port: \(endpoint.port), tags: [opening]}"
        }
        try folder.write("hosts:\n" + hosts.joined(separator: "\n") + "\n" + ending, to: "hosts.yaml")
        return folder
    }

    @Test("shows its servers once the file has been read, and the keys that were typed meanwhile count")
    func opens() async throws {
        try await withDashboard([], in: Self.folder()) { session in
            try await session.waitFor("rdptop")
            try await session.send("/")
            try await session.waitFor("filter>")
            try await session.type("ts-1999")
            try await session.waitFor("1 of 2000")
        }
    }

    @Test("prints the mistakes of the file when the screen is closed again, and ends with 78")
    func mistakes() async throws {
        try await withDashboard([], in: Self.folder(ending: "nonsense: 1\n")) { session in
            let end = try await poll { try await session.end() }
            #expect(end == .exited(78))
            let screen = try await session.screen()
            #expect(screen.shows("hosts.yaml:2002:1: ") && screen.shows("nonsense"))
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
        }
    }
}
