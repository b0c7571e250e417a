import CNcurses
import Glibc

/// The way out to the terminal: sends a frame in one piece, and counts the bytes.
///
/// Curses writes after each move of the cursor (ncurses 6.4, lib_mvcur.c), dozens of times in a frame, each of which wakes
/// whoever reads at the other end and may be a packet of its own on the way there. So it writes a frame into memory, which
/// for that long stands behind the descriptor that it knows. Where the kernel gives no memory for that, it writes as ever.
///
/// Lives on the terminal thread.
final class TerminalOutput {
    /// Where curses writes to.
    private let descriptor: Int32
    /// The same terminal, whatever stands behind the descriptor.
    private let terminal: Int32
    /// What curses writes of a frame; negative where there is none.
    private let memory: Int32
    /// The bytes written so far, or nil where the kernel keeps no account of what curses writes by itself.
    private(set) var count: Int? = 0

    /// MFD_CLOEXEC of <linux/memfd.h>.
    private static let closedInChildren: UInt32 = 1

    /// - Parameter descriptor: Open; stays the caller's, who closes it last.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        terminal = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        memory = terminal < 0 || Self.areFilesLimited ? -1 : memfd_create("frame", Self.closedInChildren)
    }

    /// Whether files may not grow as they like: such memory counts as a file, and what exceeds the limit would be lost
    /// (setrlimit(2), RLIMIT_FSIZE).
    private static var areFilesLimited: Bool {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) != 0 || limit.rlim_cur != .max
    }

    /// Closes what it has opened; no other call may follow.
    func close() {
        for own in [memory, terminal] where own >= 0 { Glibc.close(own) }
    }

    /// Sends what curses writes in `body`, which changes no mode of the terminal, in one piece.
    func frame(_ body: () -> Void) {
        guard memory >= 0, dup3(memory, descriptor, O_CLOEXEC) >= 0 else { return direct(body) }
        body()
        // Fails only for numbers that are no descriptors (dup(2)).
        dup3(terminal, descriptor, O_CLOEXEC)
        let size = lseek(memory, 0, SEEK_CUR)
        lseek(memory, 0, SEEK_SET)
        guard size > 0 else { return }
        send(
            Array(unsafeUninitializedCapacity: size) { bytes, count in
                count = max(0, pread(memory, bytes.baseAddress, size, 0))
            })
    }

    /// Lets curses write by itself, as when it changes modes.
    func direct(_ body: () -> Void) {
        let before = ThreadOutput.bytes()
        body()
        countOutput(since: before)
    }

    /// Counts what this thread has written by itself, which was all for the terminal, since its account stood so.
    func countOutput(since before: Int?) {
        guard let count, let before, let now = ThreadOutput.bytes() else { return self.count = nil }
        self.count = count + now - before
    }

    /// Writes bytes past curses, whose own output is complete after each update.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            if written < 0, errno == EAGAIN {
                // Somebody else made the terminal non-blocking. It is waited for as if it were not: after half a frame
                // nobody would know what is on the screen. One that is gone is ready, and takes nothing.
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
                continue
            }
            guard written > 0 else { return }
            count? += written
            rest = rest.dropFirst(written)
        }
    }
}
