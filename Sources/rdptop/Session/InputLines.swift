import Foundation

/// The lines that somebody types, read on a thread of its own because reading blocks.
enum InputLines {
    /// The most bytes of a line that are kept; what follows them up to its end is dropped.
    static let longest = 1_024

    /// Gives every line as it comes, without its end; then `end`, when there is no more.
    static func read(
        from file: CInt = STDIN_FILENO, line: @escaping @Sendable (String) -> Void, end: @escaping @Sendable () -> Void
    ) {
        Thread.detachNewThread {
            var kept: [UInt8] = []
            var bytes = [UInt8](repeating: 0, count: 4_096)
            while true {
                let count = Foundation.read(file, &bytes, bytes.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for byte in bytes[..<count] {
                    if byte == UInt8(ascii: "\n") {
                        line(String(decoding: kept, as: UTF8.self))
                        kept.removeAll(keepingCapacity: true)
                    } else if kept.count < longest {
                        kept.append(byte)
                    }
                }
            }
            // The last line may have no end.
            if !kept.isEmpty { line(String(decoding: kept, as: UTF8.self)) }
            end()
        }
    }
}
