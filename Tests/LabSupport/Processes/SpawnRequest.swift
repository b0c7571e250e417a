internal import FoundationEssentials
internal import Glibc

/// Everything that posix_spawn(3) needs to start one process.
struct SpawnRequest: Sendable {
    /// The absolute path of the executable.
    var path: String
    /// The arguments, without the name of the program.
    var arguments: [String]
    /// The whole environment: nothing is inherited.
    var environment: [String: String]
    /// The files that become descriptors 0, 1 and 2.
    var input: String
    var output: String
    var errors: String

    /// Starts the process in a session of its own, with default signals and no other open descriptors.
    ///
    /// - Returns: its process id, which is also the id of its process group.
    func spawn() -> Result<pid_t, LabError> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        for descriptor in 3..<descriptorBound() {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test process may ignore SIGPIPE or block signals; a server must start as from a shell.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // POSIX_SPAWN_SETSID of spawn.h, which glibc shows under _GNU_SOURCE only.
        let newSession: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | newSession
        )

        var pid: pid_t = 0
        let result = withCStrings([path] + arguments) { argv in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&pid, path, &actions, &attributes, argv, envp)
            }
        }
        return result == 0 ? .success(pid) : .failure(.systemCall("posix_spawn \(path)", errorNumber: result))
    }
}

/// One more than the highest descriptor that may be open when the child starts.
///
/// A listening socket that a child inherits would keep its address taken. Other tests open sockets all the time, so the
/// margin covers those that come between this look and the start; posix_spawn passes over what is not open.
private func descriptorBound() -> Int32 {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    let highest = names.compactMap { Int32($0) }.max() ?? 2
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return min(highest + 512, Int32(clamping: limit.rlim_cur))
}

/// Lends the strings as the null-terminated array of C strings that `argv` and `envp` are.
private func withCStrings<Value>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
) -> Value {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("an array with an element has an address") }
        return body(base)
    }
}
