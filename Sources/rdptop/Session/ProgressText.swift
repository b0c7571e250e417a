import FleetModel
import ProbeEngine

/// How far a check has come, in one line: how much is done, how fast, and how long the rest may take.
enum ProgressText {
    /// The line for a terminal.
    ///
    /// - Parameters:
    ///   - progress: Of the pass that is going on.
    ///   - elapsed: Since that pass began.
    ///   - width: The most characters; at least 1.
    /// - Returns: `probing: 31 of 128, 42/s, about 3s left`. Speed and rest only when they can be told.
    static func line(_ progress: SweepProgress, elapsed: Span, width: Int) -> String {
        let what = progress.isRecheck ? "looking again, and further" : "probing"
        var parts = ["\(what): \(progress.ended) of \(progress.total)"]
        if progress.ended > 0, elapsed >= .seconds(1) {
            parts.append(speed(of: progress.ended, in: elapsed))
            let rest = Int64(max(0, progress.total - progress.ended))
            let left = Span(milliseconds: elapsed.milliseconds * rest / Int64(progress.ended))
            if left >= .seconds(1) { parts.append("about \(left.spoken) left") }
        }
        return String(parts.joined(separator: ", ").prefix(max(1, width)))
    }

    /// `42/s`; with a decimal below ten.
    private static func speed(of count: Int, in elapsed: Span) -> String {
        let tenths = Int64(count) * 10_000 / max(1, elapsed.milliseconds)
        return tenths >= 100 ? "\(tenths / 10)/s" : "\(tenths / 10).\(tenths % 10)/s"
    }
}
