import Glibc

/// Holds back what is written to standard error while the screen is open, and shows it afterwards.
///
/// A pipe nobody empties is the store: it keeps the first 64 KiB, and a full one refuses more instead of waiting.
struct StandardErrorCapture {
    /// The most bytes kept: the capacity of a pipe on Linux.
    static let capacity = 65_536
    /// No capture at all.
    static let none = StandardErrorCapture(saved: -1, store: -1)

    private let saved: Int32
    private let store: Int32

    /// Begins to hold back standard error; does nothing when that is no terminal, because then it disturbs no screen.
    static func begin() -> StandardErrorCapture {
        guard isatty(STDERR_FILENO) == 1 else { return .none }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .none }
        defer { close(ends[1]) }
        let saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard saved >= 0 else {
            close(ends[0])
            return .none
        }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
        }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        dup2(ends[1], STDERR_FILENO)
        return StandardErrorCapture(saved: saved, store: ends[0])
    }

    /// Lets standard error through again and writes what was held back; safe in a signal handler.
    func restore() {
        guard saved >= 0 else { return }
        dup2(saved, STDERR_FILENO)
        // On the stack, because a signal handler must not allocate.
        var buffer = InlineArray<512, UInt8>(repeating: 0)
        var span = buffer.mutableSpan
        span.withUnsafeMutableBytes { bytes in
            var copied = 0
            while copied < Self.capacity {
                let count = read(store, bytes.baseAddress, bytes.count)
                guard count > 0, write(STDERR_FILENO, bytes.baseAddress, count) == count else { break }
                copied += count
            }
        }
    }

    /// Does the same as `restore`, and gives the descriptors back.
    func end() {
        guard saved >= 0 else { return }
        restore()
        close(saved)
        close(store)
    }
}
