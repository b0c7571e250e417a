import NIOCore
import NIOPosix
import Synchronization

/// Runs the code of a task on one event loop.
///
/// A probe that runs where its connection lives needs no thread hop for anything it waits for, may touch its channel's
/// pipeline directly, and cannot race with it. Code on it must not block.
final class EventLoopExecutor: TaskExecutor {
    /// The loop that runs the jobs.
    let eventLoop: any EventLoop
    /// How many probes run on it.
    let probes = Atomic<Int>(0)

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// The executors of all event loops of a group, with how much each has to do.
///
/// Single probes all run on the first loop, where the schedule is, too: then no thread has to wake another one for them.
/// The others come in when there are many at a time.
final class ExecutorPool: Sendable {
    /// The first loop has so many more probes than another one before that gets one.
    static let lead = 8

    /// The loops that the whole program has, counted together for all who probe.
    static let shared = ExecutorPool(.singletonMultiThreadedEventLoopGroup)

    /// The executor of the first loop.
    let first: EventLoopExecutor
    private let others: [EventLoopExecutor]

    init(_ group: any EventLoopGroup) {
        var loops = group.makeIterator()
        first = EventLoopExecutor(loops.next() ?? group.next())
        others = loops.map(EventLoopExecutor.init)
    }

    /// The executor for one more probe, which `leave` has to be told the end of.
    func enter() -> EventLoopExecutor {
        var choice = first
        var fewest = first.probes.load(ordering: .relaxed) - Self.lead
        for other in others {
            let count = other.probes.load(ordering: .relaxed)
            guard count < fewest else { continue }
            (choice, fewest) = (other, count)
        }
        choice.probes.wrappingAdd(1, ordering: .relaxed)
        return choice
    }

    /// A probe on this executor has ended.
    func leave(_ executor: EventLoopExecutor) {
        executor.probes.wrappingSubtract(1, ordering: .relaxed)
    }
}
