import Glibc
import LabSupport
import Testing

@Suite("Every way out")
struct LeavingTests {
    /// What a person or the system does to end the program.
    enum Deed: Sendable, CustomTestStringConvertible {
        case key(TerminalKey)
        case signal(CInt)

        var testDescription: String {
            switch self {
            case .key(let key): key.name
            case .signal(let number): "signal \(number)"
            }
        }
    }

    private static let deeds: [(Deed, ProcessEnd)] = [
        (.key("q"), .exited(0)), (.key("Q"), .exited(0)), (.key(.control("c")), .exited(0)),
        (.signal(SIGTERM), .signalled(SIGTERM)), (.signal(SIGHUP), .signalled(SIGHUP)),
        (.signal(SIGINT), .signalled(SIGINT)),
        // A Swift trap is SIGILL or SIGTRAP, by the processor; the handler cannot tell the one that kill sends from it.
        (.signal(SIGILL), .signalled(SIGILL)), (.signal(SIGTRAP), .signalled(SIGTRAP)),
        (.signal(SIGSEGV), .signalled(SIGSEGV)), (.signal(SIGBUS), .signalled(SIGBUS)),
        (.signal(SIGFPE), .signalled(SIGFPE)), (.signal(SIGABRT), .signalled(SIGABRT)),
        (.signal(SIGQUIT), .signalled(SIGQUIT)),
    ]

    @Test("leaves the terminal as it was, even a crash", arguments: deeds)
    func leaving(deed: Deed, expected: ProcessEnd) async throws {
        let fleet = try ClosedServers()
        // With a toolchain on the machine a crash would wait for somebody to look at it (SWIFT_BACKTRACE, interactive).
        let environment = ["SWIFT_BACKTRACE": "enable=no"]
        try await withDashboard([], environment: environment, in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            let inside = try await session.modes()
            #expect(inside.alternateScreen && !inside.cursorVisible && !inside.mouse)
            try await session.send("M")
            try await session.waitFor("mouse on")
            #expect(try await session.modes().mouse)
            switch deed {
            case .key(let key): try await session.send(key)
            case .signal(let number): session.signal(number)
            }
            let end = try await poll { try await session.end() }
            #expect(end == expected)
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
            #expect(try await !session.screen().shows("ts-001"))
            session.bytesWritten().expectFarewell()
        }
    }

    @Test("shows what was written to standard error meanwhile, and only then")
    func standardError() async throws {
        let fleet = try ClosedServers()
        try await withDashboard([], in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try session.writeToStandardError("a stray line of a library\n")
            try await session.send("?")
            let inside = try await session.waitFor("move down")
            #expect(!inside.shows("stray"))
            #expect(session.bytesWritten().firstRange(of: Array("stray".utf8)) == nil)
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            try await session.waitFor("a stray line of a library")
        }
    }

    @Test("from the demo is as short, and leaves nothing behind")
    func leavingDemo() async throws {
        let temporary = try ScratchFolder()
        try await withDashboard(["demo"], environment: ["TMPDIR": temporary.path]) { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.send("?")
            try await session.waitFor("move down, or scroll")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
            #expect(try temporary.contents().isEmpty)
        }
    }

    @Test("is taken when the terminal goes away", arguments: [["demo"], []])
    func terminalGone(arguments: [String]) async throws {
        let fleet = try ClosedServers()
        try await withDashboard(arguments, in: fleet.folder) { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.hangUp()
            let end = try await poll { try await session.end() }
            #expect(end == .exited(0) || end == .signalled(SIGHUP))
        }
    }

    @Test("is taken when the terminal goes away under a program that ignores the hang-up")
    func terminalGoneUnderNohup() async throws {
        let fleet = try ClosedServers()
        let binary = try RdptopBinary()
        try await withTerminal {
            try await TmuxSession.start(
                command: ["sh", "-c", "trap '' HUP; exec \(binary.path)"], workingDirectory: fleet.folder.path)
        } body: { session in
            try await session.waitFor("DIAGNOSIS")
            try await session.hangUp()
            let end = try await poll { try await session.end() }
            #expect(end == .exited(0) || end == .signalled(SIGHUP))
        }
    }

    /// What stops the program for a while.
    private static let stops: [Deed] = [.key(.control("z")), .signal(SIGTSTP)]

    @Test("for a while gives the shell its terminal back, and fg the dashboard its own", arguments: stops)
    func suspended(stop: Deed) async throws {
        let fleet = try ClosedServers(count: 2)
        let binary = try RdptopBinary()
        try await withTerminal {
            try await TmuxSession.start(
                command: ["bash", "--norc", "--noprofile", "-i"],
                environment: ["PS1": "ready> ", "HISTFILE": "/dev/null"], workingDirectory: fleet.folder.path)
        } body: { session in
            try await session.waitFor("ready>")
            try await session.type(binary.path + "\n")
            try await session.waitFor("DIAGNOSIS")
            switch stop {
            case .key(let key): try await session.send(key)
            case .signal(let number): kill(try #require(session.foregroundChild), number)
            }
            try await session.waitFor("Stopped")
            let outside = try await session.modes()
            #expect(!outside.alternateScreen && outside.cursorVisible && !outside.mouse)
            try await session.type("echo $((6 * 7)) typed\n")
            try await session.waitFor("42 typed")
            try await session.resize(to: TerminalSize(columns: 100, rows: 30))
            try await session.type("fg\n")
            let screen = try await session.waitFor("DIAGNOSIS")
            #expect(screen.count == 30 && screen.shows("ts-002"))
            try await session.send("j", .enter)
            try await session.waitFor("2 of 2")
            try await session.send("Q")
            try await session.waitFor("ready>")
            try await session.type("echo status $?\n")
            try await session.waitFor("status 0")
            #expect(try await !session.modes().alternateScreen)
            try await session.type("exit\n")
            #expect(try await session.exitStatus() == 0)
            #expect(session.lineSettingsRestored)
        }
    }

    @Test("for a while leaves a prompt as it was, and the mouse, also under a shell that waits for it as make does")
    func suspendedInPrompt() async throws {
        let fleet = try ClosedServers(count: 2)
        let binary = try RdptopBinary()
        try await withTerminal {
            try await TmuxSession.start(
                command: ["bash", "--norc", "--noprofile", "-i"],
                environment: ["PS1": "ready> ", "HISTFILE": "/dev/null"], workingDirectory: fleet.folder.path)
        } body: { session in
            try await session.waitFor("ready>")
            try await session.type("sh -c '\(binary.path); echo ended with $?'\n")
            try await session.waitFor("DIAGNOSIS")
            try await session.send("M", "/")
            try await session.type("002")
            try await session.waitFor("filter> 002")
            try await session.send(.control("z"))
            try await session.waitFor("Stopped")
            let outside = try await session.modes()
            #expect(!outside.alternateScreen && outside.cursorVisible && !outside.mouse)
            for mode in ["2004l", "1004l"] { #expect(try #require(session.bytesWritten().lastSwitch(mode)) > 0) }
            try await session.type("fg\n")
            let screen = try await session.waitFor("filter> 002")
            #expect(screen.shows("1 of 2"))
            #expect(try await session.modes().mouse)
            try await session.send(.enter)
            try await session.waitFor("filter: 002")
            try await session.send("Q")
            try await session.waitFor("ended with 0")
            #expect(try await session.modes() == .plain)
            try await session.type("exit\n")
            #expect(try await session.exitStatus() == 0)
            #expect(session.lineSettingsRestored)
        }
    }
}

extension TmuxSession {
    /// The program that the shell in the terminal has started; nil when there is none, or more than one.
    fileprivate var foregroundChild: pid_t? {
        guard let programID else { return nil }
        let children = text(ofFile: "/proc/\(programID)/task/\(programID)/children").split(separator: " ")
        return children.count == 1 ? children.first.flatMap { pid_t($0) } : nil
    }
}
