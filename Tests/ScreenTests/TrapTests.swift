import Glibc
import LabSupport
import Testing

@Suite("A true crash")
struct TrapTests {
    /// What goes wrong, the signals that it may be by processor, and what the runtime writes of it.
    private static let faults: [(fault: String, signals: [CInt], message: String?)] = [
        // A Swift trap is the undefined instruction of x86-64, or brk of ARM.
        ("index", [SIGILL, SIGTRAP], "Index out of range"), ("overflow", [SIGILL, SIGTRAP], nil),
        ("pointer", [SIGSEGV], nil), ("abort", [SIGABRT], nil),
    ]

    @Test("leaves the terminal as it was, says what it was, and ends by its signal", arguments: faults)
    func crash(fault: String, signals: [CInt], message: String?) async throws {
        try await withTerminal {
            try await TmuxSession.start(
                command: [try RdptopBinary.builtPath(of: "TrappingScreen"), fault],
                // Room for the backtrace that the runtime writes below its message.
                size: TerminalSize(columns: 120, rows: 70),
                // With a toolchain on the machine a crash would wait for somebody to look at it.
                environment: ["SWIFT_BACKTRACE": "enable=no"])
        } body: { session in
            try await session.waitFor("about to fail by \(fault)")
            // The mouse and paste are switched on right before the first frame.
            let inside = try await session.modes()
            #expect(inside.alternateScreen && !inside.cursorVisible && inside.mouse)
            try await session.send("x")
            let end = try await poll { try await session.end() }
            #expect(signals.contains { end == .signalled($0) }, "\(String(describing: end))")
            #expect(try await session.modes() == .plain)
            #expect(session.lineSettingsRestored)
            session.bytesWritten().expectFarewell()
            let screen = try await session.screen()
            #expect(!screen.shows("about to fail"))
            if let message { #expect(screen.shows(message), "\(screen)") }
        }
    }
}
