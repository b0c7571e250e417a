package import Glibc

extension TmuxSession {
    /// Presses keys, one after the other.
    package func send(_ keys: TerminalKey...) async throws {
        try await tmux(["send-keys", "-t", Self.sessionName] + keys.map { Self.escaped($0.name) })
    }

    /// Types text, character by character, without Enter at its end.
    package func type(_ text: String) async throws {
        try await tmux(["send-keys", "-t", Self.sessionName, "-l", "--", Self.escaped(text)])
    }

    /// Changes the size of the terminal window.
    package func resize(to size: TerminalSize) async throws {
        try await tmux(["resize-window", "-t", Self.sessionName, "-x", "\(size.columns)", "-y", "\(size.rows)"])
    }

    /// Closes the terminal under the program, which gets SIGHUP; ``end()`` still tells how it took that.
    package func hangUp() async throws {
        try await tmux(["kill-session", "-t", Self.sessionName])
        // The kernel signals the session's leader, which a user's program is not, nor is it here: its shell passes
        // the signal on.
        signal(SIGHUP)
    }

    /// The process id of the program, or `nil` before it has started.
    package var programID: pid_t? {
        pid_t(text(ofFile: folder["pid"]).filter { $0 != "\n" })
    }

    /// Sends a signal to the program, if it runs.
    package func signal(_ number: CInt) {
        guard endSeen == nil, let programID else { return }
        Glibc.kill(programID, number)
    }

    /// Ends the tmux server and, by force, the program.
    package func kill() async {
        await server.stop()
    }
}
