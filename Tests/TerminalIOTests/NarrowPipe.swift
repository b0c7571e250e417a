import Glibc
import Synchronization

/// A pipe that holds little, so that whoever writes more has to wait for the reader.
final class NarrowPipe: Sendable {
    /// The end to read from.
    let reading: Int32
    /// The end to write to.
    let writing: Int32

    private let isOpen = Mutex(true)

    struct Failure: Error {
        let code: Int32
    }

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure(code: errno) }
        (reading, writing) = (ends[0], ends[1])
        // F_SETPIPE_SZ (fcntl(2)), which is a macro Swift does not import: one page, the least there is.
        _ = fcntl(writing, 1_031, 4_096)
    }

    deinit {
        endWriting()
        close(reading)
    }

    /// Tells the reader that nothing follows.
    func endWriting() {
        isOpen.withLock { isOpen in
            if isOpen { close(writing) }
            isOpen = false
        }
    }

    /// Reads on a thread of its own until nothing follows, and asks something after each read.
    ///
    /// - Returns: the answers, in order.
    func readToEnd<Answer: Sendable>(_ question: @escaping @Sendable () -> Answer) -> Task<[Answer], Never> {
        Task.detached { [self] in
            var answers: [Answer] = []
            var buffer = [UInt8](repeating: 0, count: 512)
            while read(reading, &buffer, buffer.count) > 0 { answers.append(question()) }
            return answers
        }
    }
}
