import Synchronization

/// What others send to one reader, in order, who reads it wherever it runs.
///
/// An AsyncStream waits on the threads that all tasks share, so that its reader goes there and back for each element; what
/// comes in here wakes the reader's own thread and no other.
package final class Mailbox<Element: Sendable>: AsyncSequence, Sendable {
    private struct State {
        var elements: [Element] = []
        var reader: CheckedContinuation<Element?, Never>?
        var isFinished = false
    }

    /// Reads one element after the other; for one reader.
    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let mailbox: Mailbox

        /// The next element; nil when there will be none, or when the task is cancelled.
        package mutating func next(isolation actor: isolated (any Actor)? = #isolation) async -> Element? {
            await mailbox.next(isolation: actor)
        }

        /// The same, for those who do not say where they run.
        package mutating func next() async -> Element? { await mailbox.next(isolation: nil) }
    }

    private let state = Mutex(State())
    private let limit: Int

    /// An empty mailbox.
    ///
    /// - Parameter limit: While nobody reads, the newest elements are kept, so many.
    package init(limit: Int = .max) { self.limit = limit }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(mailbox: self) }

    /// Sends an element, from any thread.
    package func send(_ element: Element) {
        let reader = state.withLock { state -> CheckedContinuation<Element?, Never>? in
            guard !state.isFinished else { return nil }
            defer { state.reader = nil }
            guard state.reader == nil else { return state.reader }
            if state.elements.count >= limit { state.elements.removeFirst() }
            state.elements.append(element)
            return nil
        }
        reader?.resume(returning: element)
    }

    /// Says that nothing more will come; what has come can still be read.
    package func finish() {
        state.withLock { $0.isFinished = true }
        release()
    }

    private func next(isolation actor: isolated (any Actor)?) async -> Element? {
        await withTaskCancellationHandler(
            operation: {
                await withCheckedContinuation(isolation: actor) { reader in
                    let isCancelled = Task.isCancelled
                    let answer: Element?? = state.withLock { state in
                        if !isCancelled, !state.elements.isEmpty { return .some(state.elements.removeFirst()) }
                        if isCancelled || state.isFinished { return .some(nil) }
                        state.reader = reader
                        return nil
                    }
                    if let answer { reader.resume(returning: answer) }
                    // Cancelled between the two: the handler may have found nobody to release.
                    if answer == nil, Task.isCancelled { release() }
                }
            },
            onCancel: { release() }, isolation: actor)
    }

    /// Lets the reader go without an element.
    private func release() {
        let reader = state.withLock { state in
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(returning: nil)
    }
}
