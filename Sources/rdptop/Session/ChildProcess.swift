import Foundation

/// A program that was started without a shell, with nothing of ours open but what it is given.
struct ChildProcess {
    /// Where its standard input, output and error lead.
    enum Streams {
        /// All three to the terminal.
        case terminal
        /// Input from a descriptor, the others to nowhere.
        case reading(CInt)
        /// Input from a descriptor, the others to another one.
        case answering(input: CInt, output: CInt)
    }

    /// How it ended.
    enum End: Equatable {
        case exited(CInt)
        case killed(by: CInt)
    }

    private let pid: pid_t
    /// Whether it, and what it starts, are a process group of their own.
    private let isGroup: Bool

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - arguments: The program, found by PATH unless it is a path, and its arguments.
    ///   - streams: Where it reads and writes. A program that does not have the terminal gets a process group of its own,
    ///     so that the terminal's keys are not for it.
    ///   - hidden: Names of variables that its environment does not get.
    /// - Throws: What the system says, as when there is no such program.
    init(_ arguments: [String], _ streams: Streams, without hidden: Set<String> = []) throws(SystemError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        switch streams {
        case .terminal:
            // Standard error is held back while the screen is open.
            posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        case .reading(let descriptor):
            posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
            flags |= POSIX_SPAWN_SETPGROUP
        case .answering(let input, let output):
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
            flags |= POSIX_SPAWN_SETPGROUP
        }
        // The C library closes what is open of these, and passes over what is not any more.
        for descriptor in Self.openDescriptors { posix_spawn_file_actions_addclose(&actions, descriptor) }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        // What we ignore a child would ignore, too.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTERM] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)

        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var variables = Self.environment(without: hidden)
        var pid = pid_t()
        let code = posix_spawnp(&pid, arguments.first ?? "", &actions, &attributes, &words, &variables)
        guard code == 0 else { throw SystemError(code: code) }
        self.pid = pid
        isGroup = flags & POSIX_SPAWN_SETPGROUP != 0
    }

    /// Waits for its end on this thread.
    func wait() -> End {
        var status: CInt = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Self.end(status)
    }

    /// Waits for its end on this thread for so many milliseconds, or until somebody wants to wait no longer; then kills it
    /// and returns nil, at the latest two seconds later: a program of another user, or one that waits for a disk, cannot be
    /// killed.
    ///
    /// - Parameters:
    ///   - milliseconds: How long.
    ///   - goesOn: Is asked a hundred times a second, and may do something meanwhile.
    /// - Returns: How it ended by itself; nil when it was killed.
    func wait(milliseconds: Int, while goesOn: () -> Bool = { true }) -> End? {
        var status: CInt = 0
        for _ in 0..<max(1, milliseconds / Self.pause) {
            if waitpid(pid, &status, WNOHANG) == pid { return Self.end(status) }
            guard goesOn() else { break }
            usleep(useconds_t(Self.pause * 1000))
        }
        // With it goes what it has started, as far as that has stayed in its group.
        if isGroup { kill(-pid, SIGKILL) }
        // It may have left its group itself.
        kill(pid, SIGKILL)
        for _ in 0..<Self.patience / Self.pause {
            if waitpid(pid, &status, WNOHANG) == pid { return nil }
            usleep(useconds_t(Self.pause * 1000))
        }
        // It ends when it ends, and is then no zombie.
        Thread.detachNewThread { _ = wait() }
        return nil
    }

    /// Whether it could not even be killed, once a wait for it has returned nil.
    var isStillThere: Bool { kill(pid, 0) == 0 || errno == EPERM }

    /// Our environment, but for some variables; the array ends with nil, as programs want it.
    private static func environment(without hidden: Set<String>) -> [UnsafeMutablePointer<CChar>?] {
        var variables: [UnsafeMutablePointer<CChar>?] = []
        var place = environ
        while let variable = place.pointee {
            let name = String(cString: variable).prefix { $0 != "=" }
            if !hidden.contains(String(name)) { variables.append(variable) }
            place += 1
        }
        return variables + [nil]
    }

    /// Everything that is open but for standard input, output and error (proc(5)).
    private static var openDescriptors: [CInt] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { CInt($0) }.filter { $0 > STDERR_FILENO }
    }

    /// Between two looks, in milliseconds.
    private static let pause = 10

    /// How long the end of what was killed is waited for, in milliseconds.
    private static let patience = 2_000

    /// As in the macros of sys/wait.h, which are not imported.
    private static func end(_ status: CInt) -> End {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: signal)
    }
}
