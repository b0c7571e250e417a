import Foundation

/// Standard output as a text stream, written in blocks; a closed pipe ends the program quietly with the right status.
struct StandardOutput: TextOutputStream {
    private var buffer: [UInt8] = []

    mutating func write(_ string: String) {
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= 64 * 1024 { flush() }
    }

    /// Writes what is still held back.
    mutating func flush() {
        guard !buffer.isEmpty else { return }
        // A reader that went away, such as head, has seen what it wanted.
        try? FileHandle.standardOutput.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
