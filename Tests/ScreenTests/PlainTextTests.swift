import Glibc
import LabSupport
import Testing

@Suite("The screen as plain text")
struct PlainTextTests {
    @Test(
        "stands on the normal screen until Enter or Ctrl-C, and stays there",
        arguments: [TerminalKey.enter, .control("c")])
    func plainText(wayBack: TerminalKey) async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("M", "Y")
            let text = try await session.waitFor("rdptop: press Enter to go back")
            #expect(text.shows("DIAGNOSIS") && text.shows("ts-001") && !text.shows("?:Help"))
            let outside = try await session.modes()
            #expect(!outside.alternateScreen && outside.cursorVisible && !outside.mouse)
            try await session.send(wayBack)
            try await session.waitFor("?:Help")
            let inside = try await session.modes()
            #expect(inside.alternateScreen && inside.mouse)
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            #expect(try await session.screen().shows("ts-001"))
            #expect(session.lineSettingsRestored)
        }
    }

    @Test("does not hold up the end of the program", arguments: [SIGTERM, SIGHUP])
    func asked(signal: CInt) async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("Y")
            try await session.waitFor("rdptop: press Enter to go back")
            session.signal(signal)
            let end = try await poll { try await session.end() }
            #expect(end == .signalled(signal))
            #expect(try await session.modes() == .plain)
            #expect(try await session.screen().shows("ts-001"))
            #expect(session.lineSettingsRestored)
        }
    }

    @Test("ends with its terminal")
    func terminalGone() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitForFirstSweep()
            try await session.send("Y")
            try await session.waitFor("rdptop: press Enter to go back")
            try await session.hangUp()
            let end = try await poll { try await session.end() }
            #expect(end == .exited(0) || end == .signalled(SIGHUP))
        }
    }
}
