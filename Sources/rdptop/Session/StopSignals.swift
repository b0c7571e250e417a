import Foundation
import Synchronization

/// The signals that ask the program to end while it has no screen, so that it can tidy up first.
///
/// A second one of them ends it at once. At most one value watches at a time.
///
/// They have a handler of their own instead of a dispatch source, which on Linux blocks a signal in the thread that got
/// it: the second would wait for ever, as the other threads block it from their start.
final class StopSignals {
    private static let watched = [SIGTERM, SIGINT, SIGHUP]

    private let previous: [(number: Int32, action: sigaction)]
    private let source: (any DispatchSourceRead)?

    /// Calls back with the number of the first that comes. One that was ignored stays so, as under nohup.
    init(_ came: @escaping @Sendable (Int32) -> Void) {
        let reading = StopPipe.open()
        let previous = (reading < 0 ? [] : Self.watched).compactMap { number in
            var action = sigaction()
            sigaction(number, nil, &action)
            let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
            return isIgnored ? nil : (number: number, action: action)
        }
        source = reading < 0 ? nil : DispatchSource.makeReadSource(fileDescriptor: reading, queue: .global())
        source?.setEventHandler {
            guard let number = StopPipe.take(from: reading) else { return }
            Self.setBack(previous)
            came(number)
        }
        source?.resume()
        self.previous = previous
        for (number, _) in previous {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = noteStop
            // The next of its kind finds the default, even when nobody has taken this one yet (sigaction(2)).
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }

    /// Watches no longer; from now on these signals do again what they did before.
    func end() {
        Self.setBack(previous)
        source?.cancel()
    }

    private static func setBack(_ actions: [(number: Int32, action: sigaction)]) {
        for (number, action) in actions {
            var action = action
            sigaction(number, &action, nil)
        }
    }
}

/// How a handler says which signal has come: one byte in a pipe, which lasts as long as the process, because a handler
/// that is still running may write to it at any time.
private enum StopPipe {
    private static let writing = Atomic<Int32>(-1)
    private static let ends = Mutex<(reading: Int32, writing: Int32)?>(nil)

    /// Opens it when it is not, and returns the end to read from.
    static func open() -> Int32 {
        let ends = ends.withLock { ends in
            if let ends { return ends }
            var new: [Int32] = [-1, -1]
            // Without a pipe the signals just end the program.
            _ = pipe(&new)
            for end in new {
                _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
            ends = (new[0], new[1])
            return (new[0], new[1])
        }
        writing.store(ends.writing, ordering: .releasing)
        return ends.reading
    }

    /// Says which signal has come; safe in a handler.
    static func note(_ number: Int32) {
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(writing.load(ordering: .acquiring), &byte, 1)
    }

    /// The signal that has come; nil when there is none.
    static func take(from reading: Int32) -> Int32? {
        var byte: UInt8 = 0
        return read(reading, &byte, 1) == 1 ? Int32(byte) : nil
    }
}

private func noteStop(_ number: Int32) {
    let code = errno
    StopPipe.note(number)
    errno = code
}
