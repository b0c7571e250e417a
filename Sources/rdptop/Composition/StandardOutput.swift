import Foundation

/// Standard output as a text stream, written in blocks.
///
/// What cannot be written is dropped, and the reason is there to be asked for at the end.
struct StandardOutput: TextOutputStream {
    private var file: FileOutput

    init(_ file: FileDescriptor = .standardOutput) {
        self.file = FileOutput(file)
        // A reader that goes away is told by EPIPE, and not by a signal that ends us.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Whether something could not be written; what comes after it is dropped.
    var isClosed: Bool { file.error != nil }

    /// Why not everything was written; nil when it was, and when the reader did not want more, such as head.
    var failure: SystemError? { file.error?.code == EPIPE ? nil : file.error }

    mutating func write(_ string: String) { file.write(string) }

    /// Writes what is still held back.
    mutating func flush() { file.flush() }
}
