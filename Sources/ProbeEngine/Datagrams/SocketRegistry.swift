internal import Glibc
internal import Synchronization

/// The sockets that a thread watches, and a pipe that wakes it when they are others.
final class SocketRegistry: Sendable {
    /// A socket, and what to do when it can be read.
    struct Entry: Sendable {
        let socket: DatagramSocket
        let read: @Sendable () -> Void
    }

    private struct Content {
        var entries: [Int32: Entry] = [:]
        var isClosed = false
    }

    /// The end of the pipe that becomes readable when something has changed.
    let readEnd: Int32
    private let writeEnd: Int32
    private let content = Mutex(Content())

    /// Makes the pipe; neither end ever blocks, and neither is passed on to other programs.
    init() throws(SystemCallError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemCallError("pipe") }
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

    func add(_ entry: Entry) {
        change { $0.entries[entry.socket.descriptor] = entry }
    }

    func remove(_ socket: DatagramSocket) {
        change { $0.entries[socket.descriptor] = nil }
    }

    /// Ends the thread.
    func close() {
        change { $0 = Content(isClosed: true) }
    }

    /// All sockets to watch, or nil when the thread is to end.
    func entries() -> [Entry]? {
        var sink = [UInt8](repeating: 0, count: 64)
        while read(readEnd, &sink, sink.count) == sink.count {}
        return content.withLock { $0.isClosed ? nil : Array($0.entries.values) }
    }

    private func change(_ body: (inout Content) -> Void) {
        // Outside the lock: what is replaced may be the last reference to something that comes back here.
        let previous = content.withLock { content in
            let previous = content
            body(&content)
            return previous
        }
        var byte: UInt8 = 1
        // A full pipe has woken the thread already.
        _ = write(writeEnd, &byte, 1)
        withExtendedLifetime(previous) {}
    }
}
