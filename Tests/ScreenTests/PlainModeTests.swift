import Glibc
import LabSupport
import Testing

@Suite("Without drawing, in sentences")
struct PlainModeTests {
    @Test("answers what comes through a pipe, writes plain text only, and ends with the input")
    func pipe() async throws {
        let fleet = try ClosedServers(count: 3)
        let result = try await RdptopBinary().run(
            ["--plain"], workingDirectory: fleet.folder.path,
            input: "help\nshow ts-002\nexplain 0x904 0x7\n\u{1B}[2J\u{7}\n0x204")
        #expect(result.status == 0)
        #expect(result.standardError.isEmpty)
        let lines = result.standardOutput.split(separator: "\n")
        #expect(try #require(lines.first).hasSuffix(": 3 servers, nothing probed yet."))
        #expect(lines.contains { $0.hasPrefix("problems, or p: ") })
        #expect(lines.contains { $0.hasPrefix("ts-002.lab.test: port ") })
        #expect(lines.contains("0x904 / 0x7.") && lines.contains("0x204."))
        #expect(result.standardOutput.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    }

    /// How it is asked for, and the type of the terminal.
    private static let ways: [(arguments: [String], terminal: String)] = [
        (["--plain"], "tmux-256color"), ([], "dumb"), (["--plain"], "no-such-terminal"),
    ]

    @Test("tells what changes on a terminal, folded, and takes commands at a prompt", arguments: ways)
    func terminal(arguments: [String], terminal: String) async throws {
        let fleet = try ClosedServers(count: 12)
        try await withDashboard(arguments, size: .roomy, terminal: terminal, in: fleet.folder) { session in
            try await session.waitFor("12 servers, nothing probed yet.")
            try await session.waitFor("are down: TCP")
            try await session.type("filter ts-00\n")
            try await session.waitFor("9 of 12 servers match.")
            try await session.type("probe ts-003\n")
            try await session.waitFor("Probing ts-003.lab.test")
            try await session.type("write board.md\n")
            try await session.waitFor("wrote 9 servers to board.md")
            #expect(try fleet.folder.contents().contains("board.md"))
            try await session.type("quit\n")
            #expect(try await session.exitStatus() == 0)
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
            // The terminal itself makes CR LF of a line feed.
            #expect(session.bytesWritten().allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D })
        }
    }

    @Test(
        "is ASCII only where nothing else can be shown",
        arguments: [(["--ascii"], [:]), ([], ["LC_ALL": "C"])] as [([String], [String: String])])
    func ascii(arguments: [String], environment: [String: String]) async throws {
        let folder = try ScratchFolder()
        try folder.write(
            "groups:\n  - {name: lab, site: Zürich, hosts: [ts-1.lab.test]}\nresolvers: [\"127.0.0.1:1\"]\n",
            to: "hosts.yaml")
        let result = try await RdptopBinary().run(
            ["--plain"] + arguments, environment: environment, workingDirectory: folder.path, input: "show ts-1\n")
        #expect(result.status == 0)
        #expect(result.standardOutput.contains("site Z?rich"))
        #expect(result.standardOutput.utf8.allSatisfy { $0 < 0x7F })
    }

    @Test("ends by a signal as by one, and leaves nothing of the demo behind", arguments: [SIGTERM, SIGINT, SIGHUP])
    func signals(number: CInt) async throws {
        let temporary = try ScratchFolder()
        try await withDashboard(["demo", "--plain"], environment: ["TMPDIR": temporary.path]) { session in
            try await session.waitFor("DEMO: ")
            session.signal(number)
            #expect(try await poll { try await session.end() } == .signalled(number))
            #expect(session.lineSettingsRestored)
            #expect(try temporary.contents().isEmpty)
        }
    }

    @Test("ends in order when nobody reads its sentences any more")
    func closedOutput() async throws {
        let fleet = try ClosedServers()
        // A pipe that is open for writing, too, has no end.
        let script = #"mkfifo keys && "$0" --plain <>keys | head -n 1"#
        let result = try await run(
            executable: "/bin/sh", arguments: ["-c", script, try RdptopBinary().path],
            workingDirectory: fleet.folder.path)
        #expect(result.status == 0)
        #expect(result.standardOutput.hasSuffix("nothing probed yet.\n"))
    }
}
