internal import Synchronization

/// The answer that one task waits for, given once by whoever comes first: the one who was asked or a cancellation.
final class PendingAnswer<Answer: Sendable>: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<Answer, Never>)
        case given(Answer)
    }

    private let state = Mutex(State.empty)

    /// Waits for the answer; for one task, once.
    func value() async -> Answer {
        await withCheckedContinuation { continuation in
            let given: Answer? = state.withLock { state in
                if case .given(let answer) = state { return answer }
                state = .awaited(continuation)
                return nil
            }
            if let given { continuation.resume(returning: given) }
        }
    }

    /// Gives the answer; whether it was the first one.
    @discardableResult
    func give(_ answer: Answer) -> Bool {
        let (isFirst, continuation) = state.withLock { state -> (Bool, CheckedContinuation<Answer, Never>?) in
            switch state {
            case .given: return (false, nil)
            case .empty:
                state = .given(answer)
                return (true, nil)
            case .awaited(let continuation):
                state = .given(answer)
                return (true, continuation)
            }
        }
        continuation?.resume(returning: answer)
        return isFirst
    }
}
