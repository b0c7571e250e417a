internal import Synchronization

/// A clock that stands still until a test moves it.
///
/// A test waits for somebody to fall asleep (`nextSleeper`), then moves the time (`advance`); nothing ever really waits.
package final class ManualClock: Clock, Sendable {
    /// A moment of the clock: how long after its beginning.
    package struct Instant: InstantProtocol, Sendable {
        /// Since the clock's beginning.
        package var elapsed: Duration

        package init(elapsed: Duration) {
            self.elapsed = elapsed
        }

        package func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }

        package func duration(to other: Instant) -> Duration { other.elapsed - elapsed }

        package static func < (left: Instant, right: Instant) -> Bool { left.elapsed < right.elapsed }
    }

    private struct Sleeper {
        var until: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(elapsed: .zero)
        var nextID = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var now: Instant { state.withLock { $0.now } }

    package var minimumResolution: Duration { .nanoseconds(1) }

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let (outcome, watchers) = state.withLock {
                    state -> (Result<Void, any Error>?, [CheckedContinuation<Void, Never>]) in
                    if state.cancelled.remove(id) != nil { return (.failure(CancellationError()), []) }
                    if deadline <= state.now { return (.success(()), []) }
                    state.sleepers[id] = Sleeper(until: deadline, continuation: continuation)
                    defer { state.watchers = [] }
                    return (nil, state.watchers)
                }
                if let outcome { continuation.resume(with: outcome) }
                for watcher in watchers { watcher.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// How many are asleep.
    package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Waits until somebody is asleep; when the first of them wakes.
    package func nextSleeper() async -> Instant {
        while true {
            if let earliest = state.withLock({ $0.sleepers.values.map(\.until).min() }) { return earliest }
            await withCheckedContinuation { continuation in
                let isLate = state.withLock { state in
                    if !state.sleepers.isEmpty { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isLate { continuation.resume() }
            }
        }
    }

    /// Moves the time on and wakes whoever has slept long enough, the earliest first.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.sorted { $0.until < $1.until }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Moves the time on to an instant, if that is in the future.
    package func advance(to instant: Instant) {
        advance(by: max(.zero, now.duration(to: instant)))
    }
}
