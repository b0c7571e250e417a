/// A file as a text stream, written in blocks, so that no report has to stand in memory.
///
/// After an error everything is dropped, and the error is there to be asked for.
struct FileOutput: TextOutputStream {
    /// Why not everything was written; nil when it was.
    private(set) var error: SystemError?

    private let file: FileDescriptor
    private var buffer: [UInt8] = []

    init(_ file: FileDescriptor) { self.file = file }

    mutating func write(_ string: String) { write(contentsOf: string.utf8) }

    /// Writes bytes that may be no text.
    mutating func write(contentsOf bytes: some Sequence<UInt8>) {
        guard error == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 64 * 1024 { flush() }
    }

    /// Writes what is still held back.
    mutating func flush() {
        do throws(SystemError) {
            try file.write(buffer)
        } catch {
            self.error = error
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
