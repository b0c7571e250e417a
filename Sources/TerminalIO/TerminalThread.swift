import Glibc
import Synchronization

/// The one thread that makes every curses call: it sleeps until there is a job, a signal, input, or the time that it was
/// told.
///
/// It lives as long as the process, since a job for a closed terminal still has to run; without work it never wakes up.
final class TerminalThread: SerialExecutor, TaskExecutor {
    /// Why the thread calls back.
    enum Occasion: Hashable {
        /// A signal may be waiting in the mailbox.
        case doorbell
        /// There is input.
        case input
        /// The time has come.
        case alarm
        /// The terminal is gone.
        case hangUp
    }

    /// Whom to call back. A bare function in a mutex is wrapped once more each time it is taken out, without end.
    private struct Callback: Sendable {
        let call: @Sendable (Occasion) -> Void
    }

    /// The writing end of the pipe that wakes the thread; writing a byte to it is safe in a signal handler.
    let doorbell: Int32

    private let bell: Int32
    private let jobs = Mutex<[UnownedJob]>([])
    private let thread = Mutex<pthread_t?>(nil)
    private let input = Atomic<Int32>(-1)
    private let alarm = Mutex<ContinuousClock.Instant?>(nil)
    private let callback = Mutex<Callback?>(nil)

    /// Starts the thread.
    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .systemCall("pipe", code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        bell = ends[0]
        doorbell = ends[1]
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<TerminalThread>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard code == 0 else {
            Unmanaged.passUnretained(self).release()
            throw .systemCall("pthread_create", code: code)
        }
        pthread_detach(thread)
    }

    /// Watches a descriptor from now on and calls back on this thread; nil ends that.
    func watch(_ descriptor: Int32?, _ callback: (@Sendable (Occasion) -> Void)?) {
        self.callback.withLock { $0 = callback.map(Callback.init) }
        input.store(descriptor ?? -1, ordering: .releasing)
        wake()
    }

    /// Calls back at a time, once, and not at the one that was told before; nil for never.
    func ring(at instant: ContinuousClock.Instant?) {
        alarm.withLock { $0 = instant }
        wake()
    }

    /// Wakes the thread up; on the thread itself there is no need, since the loop looks for work before it sleeps.
    private func wake() {
        guard !isCurrent else { return }
        var byte: UInt8 = 0
        _ = write(doorbell, &byte, 1)
    }

    /// Sleeps on this thread until somebody rings or the time is over.
    func waitForDoorbell(milliseconds: Int32) {
        var ring = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
        if poll(&ring, 1, milliseconds) > 0 { silence() }
    }

    /// Sleeps on this thread until somebody rings or a descriptor has something to read, its end included.
    ///
    /// - Returns: Whether the descriptor has.
    func waitForInput(_ descriptor: Int32) -> Bool {
        var states = [bell, descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&states, 2, -1) > 0 else { return false }
        if states[0].revents != 0 { silence() }
        return states[1].revents != 0
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        wake()
    }

    func checkIsolated() {
        precondition(isCurrent, "not on the terminal thread")
    }

    func isIsolatingCurrentContext() -> Bool? {
        isCurrent
    }

    private var isCurrent: Bool {
        thread.withLock { $0 } == pthread_self()
    }

    private func run() {
        thread.withLock { $0 = pthread_self() }
        var fruitless = 0
        while true {
            runJobs()
            let descriptor = input.load(ordering: .acquiring)
            var states = [
                pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
                // poll ignores a negative descriptor.
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            ]
            _ = poll(&states, 2, patience())
            if takeAlarm() { report(.alarm) }
            if states[0].revents != 0 {
                silence()
                report(.doorbell)
            }
            runJobs()
            let found = Int32(states[1].revents)
            guard found != 0, input.load(ordering: .acquiring) == descriptor else { continue }
            // Readable without a byte to read is the end of the input. Seen once it may be a race with a reader
            // elsewhere, seen repeatedly it would be a busy loop.
            fruitless = hasBytes(descriptor) ? 0 : fruitless + 1
            if found & (POLLHUP | POLLERR | POLLNVAL) != 0 || fruitless > 2 {
                input.store(-1, ordering: .releasing)
                report(.hangUp)
            } else {
                report(.input)
            }
        }
    }

    /// How long poll may sleep, in milliseconds and rarely one too many; -1 without an end.
    private func patience() -> Int32 {
        guard let alarm = alarm.withLock({ $0 }) else { return -1 }
        let (seconds, attoseconds) = (alarm - .now).components
        // A day is longer than any alarm, and fits.
        return Int32(max(0, min(86_400_000, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)))
    }

    private func takeAlarm() -> Bool {
        alarm.withLock { alarm in
            guard let instant = alarm, instant <= .now else { return false }
            alarm = nil
            return true
        }
    }

    private func runJobs() {
        while true {
            let batch = jobs.withLock { jobs in
                defer { jobs.removeAll() }
                return jobs
            }
            guard !batch.isEmpty else { return }
            for job in batch {
                job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
        }
    }

    private func report(_ occasion: Occasion) {
        callback.withLock { $0 }?.call(occasion)
    }

    private func silence() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(bell, &bytes, 16) > 0 {}
    }

    private func hasBytes(_ descriptor: Int32) -> Bool {
        var count: Int32 = 0
        return ioctl(descriptor, UInt(FIONREAD), &count) == 0 && count > 0
    }
}
