internal import Glibc
internal import Synchronization

/// The way to the resolver's thread: a queue of messages, and a pipe that wakes the thread when there are any.
final class ResolverQueue: Sendable {
    /// What the thread is told.
    enum Message: Sendable {
        case ask(DomainName, id: Int, PendingAnswer<Resolution>, deadline: ContinuousClock.Instant)
        case cancel(id: Int)
    }

    private struct Content {
        var messages: [Message] = []
        var nextID = 0
        var isClosed = false
    }

    /// The end of the pipe that becomes readable when there are messages.
    let readEnd: Int32
    private let writeEnd: Int32
    private let content = Mutex(Content())

    /// Makes the pipe; neither end ever blocks, and neither is passed on to other programs.
    init() throws(ResolverStartError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", number: errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }

    /// Puts a question into the queue; its number, for `cancel`.
    func ask(_ name: DomainName, _ answer: PendingAnswer<Resolution>, deadline: ContinuousClock.Instant) -> Int {
        content.withLock { content in
            let id = content.nextID
            content.nextID += 1
            post(.ask(name, id: id, answer, deadline: deadline), to: &content)
            return id
        }
    }

    /// Says that nobody waits for a question any more.
    func cancel(_ id: Int) {
        content.withLock { post(.cancel(id: id), to: &$0) }
    }

    /// Ends the thread.
    func close() {
        content.withLock { content in
            content.isClosed = true
            wake()
        }
    }

    /// All messages in their order, or nil when the thread is to end.
    func take() -> [Message]? {
        var sink = [UInt8](repeating: 0, count: 64)
        while read(readEnd, &sink, sink.count) == sink.count {}
        return content.withLock { content in
            guard !content.isClosed else { return nil }
            defer { content.messages = [] }
            return content.messages
        }
    }

    private func post(_ message: Message, to content: inout Content) {
        if content.messages.isEmpty { wake() }
        content.messages.append(message)
    }

    private func wake() {
        var byte: UInt8 = 1
        // A full pipe has woken the thread already.
        _ = write(writeEnd, &byte, 1)
    }
}
