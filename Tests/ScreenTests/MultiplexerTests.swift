import Foundation
import Glibc
import LabSupport
import Testing

@Suite("GNU screen around the dashboard")
struct MultiplexerTests {
    /// Opens a shell in GNU screen, which has no alternate screen unless it is told, in a folder with a fleet.
    private static func withShell(in folder: ScratchFolder, _ body: (TmuxSession) async throws -> Void) async throws {
        let sockets = try folder.makeFolder("s")
        #expect(chmod(sockets, 0o700) == 0)
        // It ends with its terminal, and greets nobody.
        try folder.write("autodetach off\nstartup_message off\n", to: "screenrc")
        try await withTerminal {
            try await TmuxSession.start(
                command: [
                    "env", "-u", "TMUX", LabProgram.screen.path(), "-U", "-c", folder["screenrc"],
                    "bash", "--norc", "--noprofile", "-i",
                ],
                environment: [
                    "PS1": "ready> ", "HISTFILE": "/dev/null", "SCREENDIR": sockets, "SWIFT_BACKTRACE": "enable=no",
                    "XDG_STATE_HOME": folder.path,
                ], workingDirectory: folder.path)
        } body: { session in
            try await session.waitFor("ready>")
            try await body(session)
            try await session.type("exit\n")
            #expect(try await session.exitStatus() == 0)
        }
    }

    /// Waits until the shell's prompt is the last thing on the screen, alone in its line.
    private static func waitForPrompt(in session: TmuxSession) async throws {
        try await session.waitFor("a prompt alone in its line") { screen in
            screen.last { !$0.isEmpty }?.trimmingCharacters(in: .whitespaces) == "ready>"
        }
    }

    @Test("passes on what is copied, gets its mouse back, and its shell a line of its own")
    func journey() async throws {
        let fleet = try ClosedServers(count: 2)
        let binary = try RdptopBinary()
        try await Self.withShell(in: fleet.folder) { session in
            try await session.type("clear; \(binary.path)\n")
            try await session.waitFor("ts-001")
            try await session.send("M")
            try await session.waitFor("mouse on")
            #expect(try await session.modes().mouse)
            try await session.send("y", "h")
            try await session.waitFor("sent to the terminal's clipboard")
            let name = try #require(try await session.screen().contains { $0.contains("host of ts-001") } ? 1 : 2)
            let copied = Data(ClosedServers.name(name).utf8).base64EncodedString()
            #expect(session.bytesWritten().firstRange(of: Array("\u{1B}]52;c;\(copied)".utf8)) != nil)

            try await session.send(.control("z"))
            try await session.waitFor("Stopped")
            try await Self.waitForPrompt(in: session)
            #expect(try await !session.modes().mouse)
            try await session.type("fg\n")
            try await session.waitFor("q:Quit")
            #expect(try await session.modes().mouse)
            try await session.resize(to: TerminalSize(columns: 100, rows: 30))
            try await session.waitFor("the footer on the last of thirty lines") {
                $0.count == 30 && $0.last?.contains("q:Quit") == true
            }
            try await session.send("Q")
            try await Self.waitForPrompt(in: session)
            #expect(try await !session.modes().mouse)
        }
    }

    @Test("has nothing of it below the prompt after a crash")
    func crash() async throws {
        let fleet = try ClosedServers(count: 2)
        let binary = try RdptopBinary()
        try await Self.withShell(in: fleet.folder) { session in
            try await session.type("clear; sh -c 'echo $$ >pid; exec \(binary.path)'\n")
            try await session.waitFor("q:Quit")
            let pid = try #require(pid_t(text(ofFile: fleet.folder["pid"]).filter { $0 != "\n" }))
            #expect(kill(pid, SIGSEGV) == 0)
            try await session.waitFor("Segmentation fault")
            try await Self.waitForPrompt(in: session)
        }
    }
}
