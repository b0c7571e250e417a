import LabSupport

/// A run of `rdptop`, and what it asked of the kernel that has to do with sockets.
struct NetworkCalls: Sendable {
    let result: CommandResult
    /// The calls as strace(1) writes them; empty when not even a socket was made.
    let calls: String

    /// Runs it in a network whose only interface is down.
    static func record(_ arguments: [String]) async throws -> NetworkCalls {
        let folder = try ScratchFolder()
        let calls = folder["calls"]
        let result = try await run(
            executable: LabProgram.unshare.path(),
            arguments: ["--net", LabProgram.strace.path(), "-f", "-qq", "-e", "trace=%network", "-o", calls]
                + [RdptopBinary().path] + arguments,
            environment: ["HOME": folder.path], workingDirectory: folder.path)
        return NetworkCalls(result: result, calls: text(ofFile: calls))
    }
}
