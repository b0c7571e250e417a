import LabSupport
import Testing

@Suite("The command line")
struct CommandTests {
    @Test("leads from a user's error code to the servers that would show it, to one of them, and back")
    func codeToServer() async throws {
        try await withDashboard(["demo"]) { session in
            try await session.waitFor("most of a first sweep") { screen in
                screen.count("DOWN").map { $0 >= 20 } == true
            }
            try await session.command("0x904 0x7")
            let page = try await session.waitFor("Would show it now")
            #expect(page.shows("0x904 / 0x7"))
            #expect(page.shows("DEMO"))
            let line = try #require(page.first { $0.contains(" > rdsh-") }, "no server under the cursor")
            let name = try #require(line.split(separator: " ").first { $0.hasPrefix("rdsh-") })
            try await session.send(.enter)
            try await session.waitFor("the details of \(name)") { screen in
                screen.shows("\(name).demo.example") && screen.shows("how sure")
            }
            try await session.send("q")
            let again = try await session.waitFor("Would show it now")
            #expect(again.contains { $0.contains(" > \(name) ") })
            try await session.send("q")
            try await session.waitFor("DIAGNOSIS")
            #expect(try await session.isAlive())
        }
    }

    @Test("says of what it does not understand what would be, keeps the text, and quits on q")
    func unknown() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try await session.command("nonsense")
            let screen = try await session.waitFor("nonsense: no command and no code")
            #expect(screen.contains { $0.hasPrefix(" :nonsense") })
            try await session.send(.escape)
            try await session.waitFor("?:Help")
            try await session.command("q")
            #expect(try await session.exitStatus() == 0)
        }
    }
}

extension TmuxSession {
    /// Types a command and Enter.
    fileprivate func command(_ text: String) async throws {
        try await send(":")
        try await waitFor("Enter does it")
        try await type(text)
        try await waitFor(":\(text)")
        try await send(.enter)
    }
}
