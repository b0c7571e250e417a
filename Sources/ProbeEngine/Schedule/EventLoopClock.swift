package import NIOCore
internal import NIOPosix

/// The steady clock of the machine, whose sleepers an event loop wakes.
///
/// The timers of a task without a loop wake two more threads each; a schedule that lives on a loop needs none of them.
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

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let answer = PendingAnswer<Bool>()
        let timer = eventLoop.scheduleTask(in: TimeAmount(Instant.now.duration(to: deadline))) { answer.give(true) }
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
