import LabSupport
import Testing

@Suite("A terminal")
struct TmuxSessionTests {
    @Test("shows what the program writes, in UTF-8, and its exit status")
    func echo() async throws {
        let session = try await TmuxSession.start(command: ["sh", "-c", "echo 'größer ▁▂█ 東京'; exit 3"])
        let screen = try await session.waitFor("größer ▁▂█ 東京")
        #expect(screen.count == 24)
        #expect(screen.first == "größer ▁▂█ 東京")
        #expect(try await session.exitStatus() == 3)
        #expect(try await !session.isAlive())
        // tmux writes what it records in its own time.
        let bytes = try await poll {
            session.bytesWritten().isEmpty ? nil : session.bytesWritten()
        }
        #expect(bytes == Array("größer ▁▂█ 東京\r\n".utf8))
        await session.kill()
        #expect(isGone(session.server))
    }

    @Test("takes keys and text, and survives a resize")
    func keysAndResize() async throws {
        let session = try await TmuxSession.start(
            command: ["sh"],
            size: .roomy,
            environment: ["PS1": "ready> "],
            terminal: "xterm-256color"
        )
        try await session.waitFor("ready>")
        try await session.type("echo $TERM; stty size")
        try await session.send(.enter)
        try await session.waitFor("40 120")
        try await session.waitFor("xterm-256color")
        try await session.resize(to: TerminalSize(columns: 60, rows: 15))
        try await session.type("stty size")
        try await session.send(.enter)
        let screen = try await session.waitFor("15 60")
        #expect(screen.count == 15)
        #expect(try await session.size() == TerminalSize(columns: 60, rows: 15))
        #expect(try await session.isAlive())
        try await session.send("e", "x", "i", "t", .enter)
        #expect(try await session.exitStatus() == 0)
        await session.kill()
    }

    @Test("tells colours and modes")
    func attributesAndModes() async throws {
        let session = try await TmuxSession.start(
            command: [
                "sh", "-c",
                #"printf '\033[?1049h\033[?25l\033[31mred\033[0m'; read line; printf '\033[?1049l\033[?25h'"#,
            ]
        )
        try await session.waitFor("red")
        #expect(try await session.screenWithAttributes().first?.contains("\u{1B}[31mred") == true)
        let inside = try await session.modes()
        #expect(inside.alternateScreen && !inside.cursorVisible)
        try await session.send(.enter)
        #expect(try await session.exitStatus() == 0)
        #expect(try await session.modes() == .plain)
        #expect(session.lineSettingsRestored)
        await session.kill()
    }

    @Test("that does not show the text is an error that shows the screen")
    func missingText() async throws {
        let session = try await TmuxSession.start(command: ["sh", "-c", "echo something else; read line"])
        try await session.waitFor("something else")
        let error = await #expect(throws: LabError.self) {
            try await session.waitFor("never shown", within: .milliseconds(200))
        }
        let text = try #require(error).description
        #expect(text.contains("never shown") && text.contains("something else"))
        await session.kill()
    }

    @Test("whose program ended is an error at once")
    func endedProgram() async throws {
        let session = try await TmuxSession.start(command: ["sh", "-c", "echo last words; exit 9"])
        let error = await #expect(throws: LabError.self) { try await session.waitFor("never shown") }
        let text = try #require(error).description
        #expect(text.contains("exited with status 9") && text.contains("last words"))
        await session.kill()
    }

    @Test("shows that a program left the line settings changed")
    func lineSettings() async throws {
        let session = try await TmuxSession.start(command: ["stty", "-echo"])
        #expect(try await session.exitStatus() == 0)
        #expect(!session.lineSettingsRestored)
        await session.kill()
    }

    @Test("gives Ctrl-C to the program")
    func interrupt() async throws {
        let session = try await TmuxSession.start(command: ["sh", "-c", "echo waiting; exec sleep 60"])
        try await session.waitFor("waiting")
        try await session.send(.control("c"))
        #expect(try await session.exitStatus() == nil)
        #expect(try await session.end() == .signalled(2))
        await session.kill()
    }

    @Test("that is closed sends a hang-up to its program")
    func hangUp() async throws {
        let script = "trap 'exit 5' HUP; echo waiting; while :; do sleep 0.01; done"
        let session = try await TmuxSession.start(command: ["sh", "-c", script])
        try await session.waitFor("waiting")
        try await session.hangUp()
        #expect(try await poll { try await session.end() } == .exited(5))
        await session.kill()
    }

    @Test("takes a program that ignores everything with it")
    func stubborn() async throws {
        let script = "trap '' HUP TERM INT; echo waiting; while :; do sleep 0.01; done"
        let session = try await TmuxSession.start(command: ["sh", "-c", script])
        try await session.waitFor("waiting")
        let pid = try #require(session.programID)
        #expect(isRunning(pid))
        await session.kill()
        #expect(try await poll { isRunning(pid) ? nil : true } == true)
    }

    @Test("says which signal ended its program")
    func signalled() async throws {
        let session = try await TmuxSession.start(command: ["sh", "-c", "kill -KILL $$"])
        #expect(try await session.exitStatus() == nil)
        #expect(try await session.end() == .signalled(9))
        await session.kill()
    }
}
