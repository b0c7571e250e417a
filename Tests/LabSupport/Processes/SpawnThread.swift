internal import Dispatch
internal import Glibc
internal import Synchronization

/// The one thread that starts child processes; it lives as long as the test process.
///
/// `PR_SET_PDEATHSIG` means the death of the *thread* that made the child, not of its process (prctl(2)). The threads
/// that run Swift tasks end when they have been idle for some seconds, and would take running servers with them.
final class SpawnThread: Sendable {
    static let shared = SpawnThread()

    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let wake = DispatchSemaphore(value: 0)

    private init() {
        var thread = pthread_t()
        let result = pthread_create(
            &thread,
            nil,
            { _ in
                SpawnThread.shared.serve()
                return nil
            },
            nil
        )
        precondition(result == 0, "the thread that starts processes could not be made")
        pthread_detach(thread)
    }

    /// Runs the closure on this thread and returns its value.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            waiting.withLock { $0.append { continuation.resume(returning: work()) } }
            wake.signal()
        }
    }

    private func serve() {
        while true {
            wake.wait()
            let work = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            work?()
        }
    }
}
