import LabSupport
import Testing

@Suite("Without a screen to draw on")
struct NoScreenTests {
    private static let usage: Int32 = 64

    @Test("the dashboard says what to use instead, on standard error and without an escape", arguments: [["demo"], []])
    func noTerminal(arguments: [String]) async throws {
        let fleet = try ClosedServers()
        let result = try await RdptopBinary().run(arguments, workingDirectory: fleet.folder.path)
        #expect(result.status == Self.usage)
        #expect(result.standardOutput.isEmpty)
        #expect(result.standardError.contains("is not a terminal"))
        #expect(result.standardError.contains("rdptop check"))
        #expect(!result.standardError.contains("\u{1B}"))
    }

    /// How the program is started in a terminal, and a word of the reason that it gives.
    private static let starts: [(prefix: [String], terminal: String, reason: String)] = [
        ([], "no-such-terminal", "'no-such-terminal'"),
        (["env", "-u", "TERM"], "tmux-256color", "TERM is not set"),
        (["sh", "-c", #"exec "$0" "$@" </dev/null"#], "tmux-256color", "standard input is not a terminal"),
        (["sh", "-c", #"exec "$0" "$@" >/dev/null"#], "tmux-256color", "standard output is not a terminal"),
    ]

    @Test("a terminal that cannot be used is named, and not one byte goes there but the message", arguments: starts)
    func unusableTerminal(prefix: [String], terminal: String, reason: String) async throws {
        let fleet = try ClosedServers()
        let binary = try RdptopBinary()
        try await withTerminal {
            try await TmuxSession.start(
                command: prefix + [binary.path], terminal: terminal, workingDirectory: fleet.folder.path)
        } body: { session in
            #expect(try await session.exitStatus() == Self.usage)
            let message = try await session.screen().joined()
            #expect(message.contains(reason) && message.contains("rdptop check"))
            #expect(session.lineSettingsRestored)
            let bytes = try await poll {
                session.bytesWritten().isEmpty ? nil : session.bytesWritten()
            }
            #expect(try #require(bytes).allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D })
        }
    }

    @Test("no fleet file anywhere is an error that names both places and the demo")
    func noFleet() async throws {
        let folder = try ScratchFolder()
        let result = try await RdptopBinary().run(
            [], environment: ["XDG_CONFIG_HOME": folder["config"]], workingDirectory: folder.path)
        #expect(result.status == 78)
        #expect(result.standardOutput.isEmpty)
        for text in ["./hosts.yaml", folder["config"] + "/rdptop/hosts.yaml", "rdptop demo"] {
            #expect(result.standardError.contains(text), "\(text)")
        }
    }
}
