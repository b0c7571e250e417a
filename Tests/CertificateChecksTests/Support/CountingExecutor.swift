import Dispatch
import Synchronization

/// One serial queue that knows whether it is running and counts its jobs.
final class CountingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "counting")
    private let key = DispatchSpecificKey<Bool>()
    private let counted = Mutex(0)

    init() { queue.setSpecific(key: key, value: true) }

    func enqueue(_ job: consuming ExecutorJob) {
        counted.withLock { $0 += 1 }
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    var isCurrent: Bool { DispatchQueue.getSpecific(key: key) == true }
    var jobs: Int { counted.withLock(\.self) }
}
