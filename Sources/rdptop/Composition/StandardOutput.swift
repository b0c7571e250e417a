import Foundation

/// Standard output as a text stream, written in blocks.
///
/// What cannot be written is dropped, and the reason is there to be asked for at the end.
struct StandardOutput: TextOutputStream {
    /// Why not everything was written; nil when it was, and when the reader did not want more.
    private(set) var failure: SystemError?

    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    /// Whether something could not be written; what comes after it is dropped.
    private(set) var isClosed = false

    init(_ file: FileDescriptor = .standardOutput) {
        self.file = file
        // A reader that goes away is told by EPIPE, and not by a signal that ends us.
        signal(SIGPIPE, SIG_IGN)
    }

    mutating func write(_ string: String) {
        guard !isClosed else { return }
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= 64 * 1024 { flush() }
    }

    /// Writes what is still held back.
    mutating func flush() {
        do throws(SystemError) {
            try file.write(buffer)
        } catch {
            isClosed = true
            // A reader that went away, such as head, has seen what it wanted.
            if error.code != EPIPE { failure = error }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
