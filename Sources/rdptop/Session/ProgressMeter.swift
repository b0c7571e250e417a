import FleetModel
import Foundation
import ProbeEngine
import Synchronization

/// The progress of a check on the terminal of standard error: one line that is written over, and taken away at the end.
///
/// No escape byte is needed for that, so any terminal will do.
final class ProgressMeter: Sendable {
    private struct Content {
        var progress: SweepProgress
        /// When the pass that is going on began.
        var began = ContinuousClock.now
    }

    /// Between two looks: often enough to be seen moving, seldom enough not to flicker.
    private static let pause = Duration.milliseconds(200)

    private let content: Mutex<Content>

    /// A meter where standard error is a terminal; nil where nobody would look at it.
    ///
    /// - Parameter total: How many targets there are in the first pass, to be told before one of them has ended.
    init?(total: Int) {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        content = Mutex(Content(progress: SweepProgress(ended: 0, total: total, isRecheck: false)))
    }

    /// Takes how far it has come; never waits.
    func take(_ progress: SweepProgress) {
        content.withLock { content in
            if content.progress.isRecheck != progress.isRecheck { content.began = .now }
            content.progress = progress
        }
    }

    /// Shows it until the task is cancelled, and leaves an empty line.
    func run() async {
        var shown = ""
        while !Task.isCancelled {
            let line = self.line
            if line != shown { Self.write("\r" + line.padded(to: shown.count)) }
            shown = line
            try? await Task.sleep(for: Self.pause)
        }
        if !shown.isEmpty { Self.write("\r" + "".padded(to: shown.count) + "\r") }
    }

    private var line: String {
        let (progress, began) = content.withLock { ($0.progress, $0.began) }
        let elapsed = began.duration(to: .now).components
        let span = Span(milliseconds: elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000)
        return ProgressText.line(progress, elapsed: span, width: Self.columns - 1)
    }

    /// How wide the terminal is; 80 when it does not tell.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
        return Int(size.ws_col)
    }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

extension String {
    /// The same, filled with blanks up to so many characters.
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
