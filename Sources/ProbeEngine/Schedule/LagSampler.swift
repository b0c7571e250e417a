package import FleetModel
package import NIOCore
internal import NIOPosix
internal import Synchronization

/// Measures how late event loops are: how long after its time a timer of theirs rings.
package final class LagSampler: Sendable {
    /// Between two measurements.
    package static let pause = TimeAmount.seconds(1)

    private struct State {
        var timers: [RepeatedTask] = []
        /// Whether nobody needs it any more; nil as long as it has not been stopped.
        var isOver: (@Sendable () -> Bool)?
    }

    private let eventLoops: any EventLoopGroup
    private let report: @Sendable (Span) -> Void
    private let state = Mutex(State())

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
        state.withLock { state in
            state.isOver = nil
            guard state.timers.isEmpty else { return }
            state.timers = eventLoops.makeIterator().map(watch)
        }
    }

    /// Measures no more, so that loops with nothing else to do sleep on.
    ///
    /// - Parameter isOver: Whether nobody needs it any more; until then it is asked after each measurement.
    package func stop(once isOver: @escaping @Sendable () -> Bool = { true }) {
        state.withLock { $0.isOver = isOver }
        endIfOver()
    }

    private func endIfOver() {
        state.withLock { state in
            guard let isOver = state.isOver, isOver() else { return }
            for timer in state.timers { timer.cancel() }
            state.timers = []
        }
    }

    private func watch(_ loop: any EventLoop) -> RepeatedTask {
        let last = NIOLoopBoundBox.makeBoxSendingValue((at: NIODeadline.now(), ticks: LateTicks()), eventLoop: loop)
        return loop.scheduleRepeatedTask(initialDelay: Self.pause, delay: Self.pause) { [report, weak self] _ in
            let now = NIODeadline.now()
            let lag = Span.milliseconds((now - last.value.at - Self.pause).nanoseconds / 1_000_000)
            last.value.at = now
            if let lag = last.value.ticks.take(lag) { report(lag) }
            self?.endIfOver()
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
