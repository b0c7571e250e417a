internal import Glibc

/// A small text file that is read again when it has changed.
///
/// A file that does not exist reads as empty. It is looked at no more often than once a second.
struct WatchedFile {
    /// The longest file that is read, in bytes; what is beyond is ignored.
    static let limit = 1 << 20

    private let path: String
    private var stamp: Stamp?
    private var lastLook: ContinuousClock.Instant?

    /// What tells one version of a file from another.
    private struct Stamp: Equatable {
        var seconds = 0
        var nanoseconds = 0
        var size = 0
        var inode: UInt = 0
    }

    init(path: String) {
        self.path = path
    }

    /// The text, when it has changed since the last call that gave one, and at the first call; nil otherwise.
    mutating func changedText(at tick: ContinuousClock.Instant) -> String? {
        if let lastLook, tick - lastLook < .seconds(1) { return nil }
        lastLook = tick
        var status = stat()
        let seen =
            stat(path, &status) == 0
            ? Stamp(
                seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
                inode: status.st_ino)
            : Stamp()
        guard seen != stamp else { return nil }
        stamp = seen
        return read()
    }

    private func read() -> String {
        // O_NONBLOCK so that a pipe in the file's place cannot hold the thread.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count < Self.limit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return String(decoding: bytes.prefix(Self.limit), as: UTF8.self)
    }
}
