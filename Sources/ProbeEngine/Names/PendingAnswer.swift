internal import Synchronization

/// The answer that one task waits for, given once by whoever comes first: the resolver's thread or a cancellation.
final class PendingAnswer: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<Resolution, Never>)
        case given(Resolution)
    }

    private let state = Mutex(State.empty)

    /// Waits for the answer; for one task, once.
    func value() async -> Resolution {
        await withCheckedContinuation { continuation in
            let given: Resolution? = state.withLock { state in
                if case .given(let resolution) = state { return resolution }
                state = .awaited(continuation)
                return nil
            }
            if let given { continuation.resume(returning: given) }
        }
    }

    /// Gives the answer; whether it was the first one.
    @discardableResult
    func give(_ resolution: Resolution) -> Bool {
        let (isFirst, continuation) = state.withLock { state -> (Bool, CheckedContinuation<Resolution, Never>?) in
            switch state {
            case .given: return (false, nil)
            case .empty:
                state = .given(resolution)
                return (true, nil)
            case .awaited(let continuation):
                state = .given(resolution)
                return (true, continuation)
            }
        }
        continuation?.resume(returning: resolution)
        return isFirst
    }
}
