import NIOCore
import Synchronization

/// Runs the code of a task on one event loop.
///
/// A probe that runs where its connection lives needs no thread hop for anything it waits for, may touch its channel's
/// pipeline directly, and cannot race with it. Code on it must not block.
final class EventLoopExecutor: TaskExecutor {
    /// The loop that runs the jobs.
    let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// The executors of all event loops of a group, handed out in turn.
final class EventLoopRing: Sendable {
    private let executors: [EventLoopExecutor]
    private let turn = Atomic<Int>(0)

    init(_ group: any EventLoopGroup) {
        executors = group.makeIterator().map(EventLoopExecutor.init)
    }

    /// The next executor in turn.
    func next() -> EventLoopExecutor {
        let (_, turn) = turn.wrappingAdd(1, ordering: .relaxed)
        return executors[Int(UInt(bitPattern: turn) % UInt(executors.count))]
    }
}
