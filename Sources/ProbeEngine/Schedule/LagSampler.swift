package import FleetModel
package import NIOCore
internal import NIOPosix

/// Measures how late event loops are: how long after its time a timer of theirs rings.
package struct LagSampler: Sendable {
    /// Between two measurements.
    package static let pause = TimeAmount.seconds(1)

    private let eventLoops: any EventLoopGroup

    /// A sampler of the loops on which the probes run.
    package init(eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup) {
        self.eventLoops = eventLoops
    }

    /// Measures until the task is cancelled; wakes no thread but those of the loops, once each in a pause.
    ///
    /// - Parameter report: Gets the lag of a loop when that is above what counts as overload for the second time in a row,
    ///   on that loop.
    package func run(report: @escaping @Sendable (Span) -> Void) async {
        let timers = eventLoops.makeIterator().map { Self.watch($0, report: report) }
        let end = PendingAnswer<Void>()
        await withTaskCancellationHandler {
            await end.value()
        } onCancel: {
            end.give(())
        }
        for timer in timers { timer.cancel() }
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
