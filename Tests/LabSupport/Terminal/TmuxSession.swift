internal import FoundationEssentials

/// A program in a terminal of its own, seen and used as a person does: by keys, and by what is on the screen.
///
/// Each session has a tmux server of its own, with its socket in a private folder; nothing is shared with the tmux of
/// whoever runs the tests, and no configuration file is read.
package final class TmuxSession: Sendable {
    /// The tmux server, a child of the test process that never becomes a daemon.
    package let server: LabProcess

    let folder: ScratchFolder
    let command: String

    private init(server: LabProcess, folder: ScratchFolder, command: String) {
        self.server = server
        self.folder = folder
        self.command = command
    }

    static let socketName = "lab"
    static let sessionName = "lab"

    /// Starts a program in a new terminal.
    ///
    /// - Parameters:
    ///   - command: an executable and its arguments; no shell takes them apart.
    ///   - size: the size of the terminal.
    ///   - environment: added to ``LabProcess/plainEnvironment``, which says UTF-8.
    ///   - terminal: the value of `TERM`. tmux itself understands what a `tmux-256color` does.
    ///   - workingDirectory: an existing folder; an empty one by default.
    /// - Returns: the session; the program has started or is about to.
    /// - Throws: ``LabError`` when tmux does not start.
    package static func start(
        command: [String],
        size: TerminalSize = .classic,
        environment: [String: String] = [:],
        terminal: String = "tmux-256color",
        workingDirectory: String? = nil
    ) async throws -> TmuxSession {
        let folder = try ScratchFolder()
        let home = try folder.makeFolder("home")
        let environment = ["HOME": home, "SHELL": "/bin/sh"].merging(environment) { _, new in new }
        let server = try await LabProcess.start(
            .tmux,
            // -D: stay in the foreground, as a child of the test process, and do not end for lack of sessions.
            arguments: ["-u", "-L", socketName, "-f", "/dev/null", "-D"],
            environment: environment.merging(["TMUX_TMPDIR": folder.path]) { _, new in new }
        )
        let session = TmuxSession(server: server, folder: folder, command: command.joined(separator: " "))
        try await session.waitForServer()
        try await session.open(
            command,
            size: size,
            terminal: terminal,
            workingDirectory: workingDirectory ?? home
        )
        return session
    }

    private func waitForServer() async throws {
        let answers: Bool? = try await poll {
            if (try? await tmux(["show-options", "-g"])) != nil { return true }
            if let end = server.end {
                throw LabError.ended(
                    program: server.name,
                    end: end,
                    during: "a session was to start",
                    output: server.lastLines
                )
            }
            return nil
        }
        if answers == nil {
            throw LabError.deadlinePassed(waitingFor: "tmux server", limit: .patience, seen: server.lastLines)
        }
    }

    private func open(
        _ command: [String],
        size: TerminalSize,
        terminal: String,
        workingDirectory: String
    ) async throws {
        try folder.write(Self.script, to: "script")
        try await tmux(
            ["set-option", "-g", "status", "off", ";"]
                + ["set-option", "-g", "default-terminal", terminal, ";"]
                + ["new-session", "-d", "-s", Self.sessionName, "-c", workingDirectory]
                + ["-x", "\(size.columns)", "-y", "\(size.rows)"]
                + ["--", "setpriv", "--pdeathsig", "KILL", "--", "sh", folder["script"]] + command.map(Self.escaped) + [
                    ";"
                ]
                + ["pipe-pane", "-O", "exec cat >>'\(folder["bytes"])'"]
        )
        try folder.write("", to: "gate")
    }

    /// What runs in the terminal: the program, between two looks at the terminal's line settings.
    ///
    /// It waits for the gate so that not one byte of the program is written before they are recorded. It stays when
    /// the program has ended, because tmux hides the cursor of a terminal without programs and may miss its status.
    /// The traps do nothing, but a signal from the terminal then ends the program only. Whatever it ignores, the
    /// program cannot outlive the tmux server.
    private static let script = """
        here=${0%/*}
        trap : INT QUIT HUP
        while [ ! -e "$here/gate" ]; do sleep 0.01; done
        stty -g >"$here/before"
        setpriv --pdeathsig KILL -- sh -c 'echo $$ >"$0"; exec "$@"' "$here/pid" "$@"
        echo $? >"$here/status.new"
        stty -g >"$here/after"
        mv "$here/status.new" "$here/status"
        [ -t 0 ] && exec sleep infinity

        """

    /// A trailing semicolon would end the tmux command.
    static func escaped(_ argument: String) -> String {
        argument.hasSuffix(";") ? argument.dropLast() + "\\;" : argument
    }

    @discardableResult
    func tmux(_ arguments: [String]) async throws -> String {
        try await run(
            .tmux,
            // -N: never start a server, were this one gone.
            ["-u", "-N", "-L", Self.socketName] + arguments,
            environment: ["TMUX_TMPDIR": folder.path]
        )
    }

    func value(of format: String) async throws -> [Substring] {
        try await tmux(["display-message", "-p", "-t", Self.sessionName, format])
            .split(separator: "\n", omittingEmptySubsequences: false)
            .first?
            .split(separator: " ", omittingEmptySubsequences: false) ?? []
    }
}
