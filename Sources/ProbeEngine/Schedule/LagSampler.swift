package import FleetModel
package import NIOCore
internal import NIOPosix

/// Measures how late event loops are: the time from asking one to do something until it does.
package struct LagSampler: Sendable {
    /// Between two measurements.
    package static let pause = Duration.seconds(1)

    private let eventLoops: any EventLoopGroup

    /// A sampler of the loops on which the probes run.
    package init(eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup) {
        self.eventLoops = eventLoops
    }

    /// Measures until the task is cancelled.
    ///
    /// - Parameter report: Gets the lag of the latest loop, when that is above what counts as overload.
    @concurrent
    package func run(report: @escaping @Sendable (Span) -> Void) async {
        while !Task.isCancelled {
            var worst = TimeAmount.zero
            for loop in eventLoops.makeIterator() {
                let asked = NIODeadline.now()
                guard let done = try? await loop.submit({ NIODeadline.now() }).get() else { return }
                worst = max(worst, done - asked)
            }
            let lag = Span.milliseconds(worst.nanoseconds / 1_000_000)
            if lag > Overload.lagLimit { report(lag) }
            try? await Task.sleep(for: Self.pause)
        }
    }
}
