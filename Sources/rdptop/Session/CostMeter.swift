import Dashboard
import FleetModel
import Foundation

/// Measures what the program costs, each time from the measurement before; the first is from the start.
struct CostMeter {
    /// Running totals at one moment.
    struct Totals: Equatable {
        var at: ContinuousClock.Instant
        /// User and system time, in microseconds.
        var cpuMicroseconds: Int64
        /// Probes that have ended.
        var finished: Int
        /// Bytes sent to the terminal; nil where the kernel does not tell.
        var bytesWritten: Int?
    }

    private let start: ContinuousClock.Instant
    private var before: Totals

    /// Starts at a moment, at which nothing has been done.
    init(start: ContinuousClock.Instant = .now) {
        self.start = start
        before = Totals(at: start, cpuMicroseconds: 0, finished: 0, bytesWritten: 0)
    }

    /// What it costs now.
    mutating func measure(
        _ totals: Totals, inFlight: Int, frames: Int, residentBytes: Int? = Self.residentBytes()
    ) -> ProgramCost {
        let milliseconds = max(1, Span(totals.at - before.at).milliseconds)
        /// An amount since the measurement before, so many units a second.
        func rate(_ amount: Int64) -> Int { Int(clamping: max(0, amount) * 1000 / milliseconds) }
        defer { before = totals }
        return ProgramCost(
            // Microseconds a second are millionths of a core.
            cpuPerMille: rate(totals.cpuMicroseconds - before.cpuMicroseconds) / 1000,
            cpuTime: .milliseconds(totals.cpuMicroseconds / 1000), residentBytes: residentBytes, inFlight: inFlight,
            finished: totals.finished, finishedPerTenSeconds: rate(Int64(totals.finished - before.finished) * 10),
            bytesWritten: totals.bytesWritten,
            bytesPerSecond: totals.bytesWritten.map { rate(Int64($0 - (before.bytesWritten ?? 0))) },
            frames: frames, uptime: Span(totals.at - start))
    }

    /// User and system time of this process so far, in microseconds.
    static func cpuMicroseconds() -> Int64 {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Int64($1.tv_sec) * 1_000_000 + Int64($1.tv_usec) }
    }

    /// Resident memory of this process; nil where the kernel does not tell. proc(5): the second number of statm, in pages.
    static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}

extension Span {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
