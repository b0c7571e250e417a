import FleetModel
import Foundation
import Synchronization

/// Runs a program that reads a notice, for as long as it may take.
enum HookCommand {
    /// How many bytes of what it writes are kept; the rest is read and dropped, so that it never waits for us.
    private static let kept = 1_024

    /// Runs a program on a thread of its own; when the task is cancelled, it is killed.
    ///
    /// - Parameters:
    ///   - arguments: The program and its arguments.
    ///   - input: What it reads; it need not.
    ///   - hidden: Names of variables that its environment does not get.
    ///   - limit: How long it may take. Then it is killed, with all that it has started in its process group.
    /// - Returns: What came of it.
    static func run(
        _ arguments: [String], input: String, without hidden: Set<String> = [], within limit: Span
    ) async -> HookAnswer {
        let isCancelled = Flag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    do throws(SystemError) {
                        continuation.resume(
                            returning: try runHere(arguments, Array(input.utf8), hidden, limit, isCancelled))
                    } catch {
                        continuation.resume(returning: .failed("cannot be run: \(error)", mayPass: error.isShortage))
                    }
                }
            }
        } onCancel: {
            isCancelled.value.store(true, ordering: .relaxed)
        }
    }

    private final class Flag: Sendable {
        let value = Atomic(false)
    }

    private static func runHere(
        _ arguments: [String], _ input: [UInt8], _ hidden: Set<String>, _ limit: Span, _ isCancelled: Flag
    ) throws(SystemError) -> HookAnswer {
        // A file and not a pipe: a program that does not read holds up nobody.
        guard let file = tmpfile() else { throw .last }
        defer { fclose(file) }
        try FileDescriptor(number: fileno(file)).write(input)
        guard lseek(fileno(file), 0, SEEK_SET) == 0 else { throw .last }
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw .last }
        defer { close(ends[0]) }
        // We look whether there is something; the program's end blocks, as programs expect.
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let child = try start(arguments, hidden, input: fileno(file), output: ends[1])
        var written: [UInt8] = []
        let end = child.wait(milliseconds: Int(clamping: limit.milliseconds)) {
            drain(ends[0], into: &written)
            return !isCancelled.value.load(ordering: .relaxed)
        }
        drain(ends[0], into: &written)
        let line = written.split { $0 == 0x0A || $0 == 0x0D }.first ?? []
        let said = CleanText.clean(utf8: line, limit: 200)
        switch end {
        case .exited(0)?: return .taken(said.isEmpty ? "ended with status 0" : "ended with status 0: \(said)")
        case .exited(let status)?:
            return .failed("ended with status \(status)" + (said.isEmpty ? "" : ": \(said)"), mayPass: true)
        case .killed(let signal)?: return .failed("was ended by signal \(signal)", mayPass: true)
        // It may have done all that it is for.
        case nil:
            let end = child.isStillThere ? ", nor when it was killed" : " and was killed"
            return .failed("did not end within \(limit.spoken)\(end)", mayPass: false)
        }
    }

    /// Starts it; the end of the pipe that it writes to is its own then.
    private static func start(
        _ arguments: [String], _ hidden: Set<String>, input: CInt, output: CInt
    ) throws(SystemError) -> ChildProcess {
        defer { close(output) }
        return try ChildProcess(arguments, .answering(input: input, output: output), without: hidden)
    }

    /// Reads what there is, a few hundred KiB at most, so that a flood does not keep us from looking at the time.
    private static func drain(_ descriptor: CInt, into written: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        for _ in 0..<8 {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return }
            written += buffer.prefix(min(count, kept - written.count))
        }
    }
}

extension SystemError {
    /// Whether something was used up that others may have given back in a moment.
    fileprivate var isShortage: Bool { [EAGAIN, ENOMEM, ENOSPC, EMFILE, ENFILE].contains(code) }
}
