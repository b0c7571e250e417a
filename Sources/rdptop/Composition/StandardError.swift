import Foundation

/// Standard error, for messages to the person at the keyboard.
enum StandardError {
    /// Writes a line; errors of the descriptor itself are ignored, since there is nowhere left to tell them.
    static func write(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}
