package import NIOCore
internal import NIOPosix

/// The steady clock of the machine, whose sleepers an event loop wakes.
///
/// The timers of a task without a loop wake two more threads each; a schedule that lives on a loop needs none of them.
///
/// This clock goes on while the machine sleeps, and the timers of a loop do not (CLOCK_MONOTONIC, clock_gettime(2)); so
/// that nobody sleeps on for hours after the lid is opened, a long sleep is one of many short ones.
package struct EventLoopClock: Clock {
    package typealias Duration = Swift.Duration
    package typealias Instant = ContinuousClock.Instant

    private let eventLoop: any EventLoop

    /// The clock of one of these loops.
    package init(eventLoops: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup) {
        var loops = eventLoops.makeIterator()
        eventLoop = loops.next() ?? eventLoops.next()
    }

    package var now: Instant { .now }

    package var minimumResolution: Duration { ContinuousClock().minimumResolution }

    /// The longest time for which nobody looks at the clock.
    static let longestNap = Duration.seconds(5)

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        repeat {
            try await nap(for: min(now.duration(to: deadline), Self.longestNap))
        } while now < deadline
    }

    private func nap(for pause: Duration) async throws {
        let answer = PendingAnswer<Bool>()
        let timer = eventLoop.scheduleTask(in: TimeAmount(pause)) { answer.give(true) }
        let isTime = await withTaskCancellationHandler {
            await answer.value()
        } onCancel: {
            answer.give(false)
        }
        guard isTime else {
            timer.cancel()
            throw CancellationError()
        }
    }
}
