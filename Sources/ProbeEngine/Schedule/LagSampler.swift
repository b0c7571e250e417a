package import FleetModel
package import NIOCore
internal import NIOPosix
internal import Synchronization

/// Measures how late event loops are: how long after its time a timer of theirs rings.
package final class LagSampler: Sendable {
    /// Between two measurements.
    package static let pause = TimeAmount.seconds(1)

    private let eventLoops: any EventLoopGroup
    private let report: @Sendable (Span) -> Void
    private let timers = Mutex<[RepeatedTask]>([])

    /// A sampler that does not measure yet.
    ///
    /// - Parameters:
    ///   - eventLoops: The loops on which the probes run.
    ///   - report: Gets the lag of a loop when that is above what counts as overload for the second time in a row, on that
    ///     loop.
    package init(
        eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup,
        report: @escaping @Sendable (Span) -> Void
    ) {
        self.eventLoops = eventLoops
        self.report = report
    }

    /// Measures until it is stopped, unless it does so already; wakes no thread but those of the loops, once each in a
    /// pause.
    package func start() {
        timers.withLock { timers in
            guard timers.isEmpty else { return }
            timers = eventLoops.makeIterator().map { Self.watch($0, report: report) }
        }
    }

    /// Measures no more, so that loops with nothing else to do sleep on.
    package func stop() {
        timers.withLock { timers in
            for timer in timers { timer.cancel() }
            timers = []
        }
    }

    private static func watch(_ loop: any EventLoop, report: @escaping @Sendable (Span) -> Void) -> RepeatedTask {
        let last = NIOLoopBoundBox.makeBoxSendingValue((at: NIODeadline.now(), ticks: LateTicks()), eventLoop: loop)
        return loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            let now = NIODeadline.now()
            let lag = Span.milliseconds((now - last.value.at - pause).nanoseconds / 1_000_000)
            last.value.at = now
            if let lag = last.value.ticks.take(lag) { report(lag) }
        }
    }
}

/// Tells a loop that cannot keep up from one that stood still with its process, as by Ctrl-Z, which is late once.
struct LateTicks {
    private var wasLate = false

    /// A timer rang so late.
    ///
    /// - Returns: The lag when it is above what counts as overload, for the second time in a row; nil otherwise.
    mutating func take(_ lag: Span) -> Span? {
        let isLate = lag > Overload.lagLimit
        defer { wasLate = isLate }
        return isLate && wasLate ? lag : nil
    }
}
