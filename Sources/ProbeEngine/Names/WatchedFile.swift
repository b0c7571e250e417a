internal import FoundationEssentials
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

    /// What tells one version of a file from another; nothing is known of one that does not exist.
    private struct Stamp: Equatable {
        var modified: Date?
        var size: UInt64?
        var inode: UInt64?
    }

    init(path: String) {
        self.path = path
    }

    /// The text, when it has changed since the last call that gave one, and at the first call; nil otherwise.
    mutating func changedText(at tick: ContinuousClock.Instant) -> String? {
        if let lastLook, tick - lastLook < .seconds(1) { return nil }
        lastLook = tick
        // Not stat(2): linked statically, the members of its structure belong to a module that is not ours to import.
        let attributes = (try? FileManager.default.attributesOfItem(atPath: target())) ?? [:]
        let seen = Stamp(
            modified: attributes[.modificationDate] as? Date, size: attributes[.size] as? UInt64,
            inode: attributes[.systemFileNumber] as? UInt64)
        guard seen != stamp else { return nil }
        stamp = seen
        return read()
    }

    /// Where the path leads: /etc/resolv.conf is often a link, and attributes are those of the link itself.
    private func target() -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
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
