import Glibc
import LabSupport

/// Opens the dashboard in a terminal of its own, and ends it when `body` returns or throws.
///
/// - Parameters:
///   - arguments: Of `rdptop`.
///   - size: Of the terminal.
///   - environment: Added to the laboratory's plain one.
///   - terminal: The value of `TERM`.
///   - folder: The working directory; an empty one by default.
///   - body: Gets the terminal; what it sees of the dashboard is up to it.
/// - Throws: `LabError` when it does not open; what `body` throws.
func withDashboard(
    _ arguments: [String],
    size: TerminalSize = .classic,
    environment: [String: String] = [:],
    terminal: String = "tmux-256color",
    in folder: ScratchFolder? = nil,
    _ body: (TmuxSession) async throws -> Void
) async throws {
    // The demo keeps a file while it runs; a test that fails must not leave it behind. What the program keeps between two
    // runs stands there, too, and not among the user's files.
    let temporary = try ScratchFolder()
    let own = ["TMPDIR": temporary.path, "XDG_STATE_HOME": temporary.path, "XDG_CONFIG_HOME": temporary.path]
    try await withTerminal {
        try await RdptopBinary().open(
            arguments, size: size, environment: environment.merging(own) { wanted, _ in wanted },
            terminal: terminal, workingDirectory: folder?.path)
    } body: {
        try await body($0)
    }
    withExtendedLifetime((temporary, folder)) {}
}

/// Opens a terminal when there is a place for it, and closes it whatever `body` does.
func withTerminal(_ open: () async throws -> TmuxSession, body: (TmuxSession) async throws -> Void) async throws {
    try await Turnstile.screens.pass {
        let session = try await open()
        do {
            try await body(session)
        } catch {
            await session.close()
            throw error
        }
        await session.close()
    }
}

extension TmuxSession {
    /// Asks the program to end, so that it tidies up, then closes the terminal.
    fileprivate func close() async {
        signal(SIGTERM)
        _ = try? await poll { try await end() }
        await kill()
    }
}
