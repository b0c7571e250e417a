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

    /// Pastes text as a terminal does: between marks when the program has asked for them (DEC private mode 2004).
    package func paste(_ text: String) async throws {
        try await tmux(["set-buffer", "-b", "lab", "--", Self.escaped(text)])
        try await tmux(["paste-buffer", "-p", "-r", "-d", "-b", "lab", "-t", Self.sessionName])
    }

    /// Writes to the program's own standard error from outside, as a library in it would.
    package func writeToStandardError(_ text: String) throws {
        guard let programID else { return }
        let descriptor = open("/proc/\(programID)/fd/2", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw LabError.systemCall("open its standard error", errorNumber: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw LabError.systemCall("write to its standard error", errorNumber: errno)
        }
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
