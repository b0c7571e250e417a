internal import FoundationEssentials
package import Glibc
internal import Synchronization

/// A program that a test has started, with its output in files.
///
/// It runs in a process group of its own and cannot outlive the test process: it is ended by ``stop(grace:)``, with
/// the last reference to it, at the exit of the test process, or by the kernel when that was killed.
package final class LabProcess: Sendable {
    /// The name for messages.
    package let name: String

    /// The process id, which is also the id of its process group.
    package let pid: pid_t

    private let folder: ScratchFolder
    private let collected = Mutex<ProcessEnd?>(nil)

    private init(name: String, pid: pid_t, folder: ScratchFolder) {
        self.name = name
        self.pid = pid
        self.folder = folder
        AtExit.shared.add(group: pid)
    }

    deinit { collect(signal: SIGKILL) }

    /// The environment that programs get when the caller says nothing else: English messages, UTF-8, no user's files.
    package static let plainEnvironment = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/nonexistent",
        "LC_ALL": "C.UTF-8",
    ]

    /// Starts a program of the laboratory.
    ///
    /// - Parameters:
    ///   - program: what to start.
    ///   - arguments: its arguments, without its name.
    ///   - environment: added to ``plainEnvironment``, replacing values of the same name.
    ///   - workingDirectory: an existing folder; that of the test process by default.
    ///   - input: what it reads from standard input; nothing by default.
    /// - Returns: the running process.
    /// - Throws: ``LabError/programMissing(_:)`` or the error of the system call.
    package static func start(
        _ program: LabProgram,
        arguments: [String] = [],
        environment: [String: String] = [:],
        workingDirectory: String? = nil,
        input: String = ""
    ) async throws -> LabProcess {
        try await start(
            executable: program.path(),
            arguments: arguments,
            environment: environment,
            workingDirectory: workingDirectory,
            input: input
        )
    }

    /// Starts an executable by its absolute path; otherwise as ``start(_:arguments:environment:workingDirectory:input:)``.
    package static func start(
        executable: String,
        arguments: [String] = [],
        environment: [String: String] = [:],
        workingDirectory: String? = nil,
        input: String = ""
    ) async throws -> LabProcess {
        guard FileManager.default.isExecutableFile(atPath: executable) else {
            throw LabError.fileMissing(executable, remedy: "an executable file is needed there")
        }
        let folder = try ScratchFolder()
        let inputFile = input.isEmpty ? "/dev/null" : try folder.write(input, to: "input")
        // setpriv and env both replace themselves, so the id of the process is that of the program.
        let start = try workingDirectory.map { [try LabProgram.env.path(), "--chdir=\($0)"] } ?? []
        let request = SpawnRequest(
            path: try LabProgram.setpriv.path(),
            arguments: ["--pdeathsig", "KILL", "--"] + start + [executable] + arguments,
            environment: plainEnvironment.merging(environment) { _, new in new },
            input: inputFile,
            output: folder[outputName],
            errors: folder[errorsName]
        )
        let pid = try await SpawnThread.shared.run { request.spawn() }.get()
        return LabProcess(name: URL(filePath: executable).lastPathComponent, pid: pid, folder: folder)
    }

    private static let outputName = "output"
    private static let errorsName = "errors"

    /// What it has written to standard output so far.
    package var standardOutput: String { text(ofFile: folder[Self.outputName]) }

    /// What it has written to standard error so far.
    package var standardError: String { text(ofFile: folder[Self.errorsName]) }

    /// The last lines of both streams, for messages.
    package var lastLines: String {
        let lines = (standardOutput + standardError).split(separator: "\n", omittingEmptySubsequences: true)
        return lines.suffix(20).joined(separator: "\n")
    }

    /// How it ended, or `nil` while it runs.
    ///
    /// The process is not collected here: as long as it is not, its id cannot be given to another process, and a
    /// signal to its group cannot hit a stranger.
    package var end: ProcessEnd? {
        collected.withLock { collected -> ProcessEnd? in
            if let collected { return collected }
            var state = siginfo_t()
            guard waitid(P_PID, id_t(pid), &state, WEXITED | WNOHANG | WNOWAIT) == 0, state.si_signo == SIGCHLD else {
                return nil
            }
            let value = state._sifields._sigchld.si_status
            return state.si_code == CInt(CLD_EXITED) ? .exited(value) : .signalled(value)
        }
    }

    /// Waits until the process ends by itself.
    ///
    /// - Throws: ``LabError/deadlinePassed(waitingFor:limit:seen:)`` when it still runs at the limit; it is not ended.
    package func waitForEnd(within limit: Duration = .patience) async throws -> ProcessEnd {
        if let end = try await poll(within: limit, every: .milliseconds(2), { end }) { return end }
        throw LabError.deadlinePassed(waitingFor: "end of \(name)", limit: limit, seen: lastLines)
    }

    /// Waits until it accepts TCP connections there.
    ///
    /// - Throws: ``LabError`` with the last lines of its output when it ended first or the limit passed.
    package func waitUntilListening(on endpoint: LoopbackEndpoint, within limit: Duration = .patience) async throws {
        let answer: Bool? = try await wait(within: limit, during: "it was to listen on \(endpoint)") {
            await LoopbackSocket.accepts(endpoint) ? true : nil
        }
        if answer == nil {
            throw LabError.deadlinePassed(waitingFor: "\(name) on \(endpoint)", limit: limit, seen: lastLines)
        }
    }

    /// Waits for a whole line, on either stream, that contains the text, and returns that line.
    ///
    /// - Throws: ``LabError`` with the last lines of its output when it ended without it or the limit passed.
    package func waitForLine(containing text: String, within limit: Duration = .patience) async throws -> String {
        let line: String? = try await wait(within: limit, during: "a line with \"\(text)\" was awaited") {
            wholeLines.first { $0.contains(text) }
        }
        if let line { return line }
        throw LabError.deadlinePassed(waitingFor: "line with \"\(text)\" of \(name)", limit: limit, seen: lastLines)
    }

    private var wholeLines: [String] {
        [standardOutput, standardError].flatMap { stream in
            // What follows the last line feed is not a whole line yet.
            stream.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
    }

    private func wait<Answer>(
        within limit: Duration,
        during activity: String,
        for question: () async throws -> Answer?
    ) async throws -> Answer? {
        try await poll(within: limit) {
            // Asked in this order: what it wrote before it ended still counts.
            let end = self.end
            if let answer = try await question() { return answer }
            if let end {
                throw LabError.ended(program: name, end: end, during: activity, output: lastLines)
            }
            return nil
        }
    }

    /// Sends a signal to the process, if it still runs.
    package func signal(_ number: CInt) {
        collected.withLock { if $0 == nil { kill(pid, number) } }
    }

    /// Ends the process with SIGTERM, or with SIGKILL after the grace period, and everything left in its group.
    ///
    /// - Returns: how it ended. A second call returns the same.
    @discardableResult
    package func stop(grace: Duration = .seconds(2)) async -> ProcessEnd {
        signal(SIGTERM)
        _ = try? await poll(within: grace, every: .milliseconds(2)) { end }
        return collect(signal: SIGKILL)
    }

    /// Signals what is left of the group, then collects the process, which frees its id.
    @discardableResult
    private func collect(signal number: CInt) -> ProcessEnd {
        collected.withLock { collected in
            if let collected { return collected }
            kill(-pid, number)
            var state: CInt = 0
            while waitpid(pid, &state, 0) < 0, errno == EINTR {}
            AtExit.shared.remove(group: pid)
            // The low seven bits hold the signal, the second byte the status (WIFEXITED and WEXITSTATUS of wait(2)).
            let end: ProcessEnd = state & 0x7F == 0 ? .exited(state >> 8 & 0xFF) : .signalled(state & 0x7F)
            collected = end
            return end
        }
    }
}
