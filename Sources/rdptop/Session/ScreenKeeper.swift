import Dashboard
import Foundation
import Synchronization

/// Keeps how the screen is arranged, as it changes, without holding up anybody: on a thread of its own, which is there only
/// while something is written.
///
/// A disk on the network may never answer. Meanwhile only the newest arrangement waits to be written.
final class ScreenKeeper: Sendable {
    /// Writes what has changed since something was kept or found.
    typealias Save = @Sendable (_ screen: KeptScreen, _ before: KeptScreen) throws(KeptScreenFile.Mistake) -> Void

    /// How long the end of the program waits for a disk that works.
    static let limit = Duration.seconds(5)

    private struct State {
        /// What is kept, as far as this board knows.
        var kept: KeptScreen
        /// What was last handed over, kept or not.
        var newest: KeptScreen
        /// What waits to be written.
        var waiting: KeptScreen?
        var isWriting = false
        /// Why something could not be kept, until somebody takes it.
        var complaint: String?
        /// Whether there has been a complaint: the disk will be the same the next time.
        var hasComplained = false
        /// Hears when nothing waits any more.
        var listener: AsyncStream<Void>.Continuation?
    }

    private let state: Mutex<State>
    private let save: Save

    /// Nothing is written yet.
    ///
    /// - Parameters:
    ///   - found: What was kept when the program was started.
    ///   - save: May block.
    init(found: KeptScreen, save: @escaping Save) {
        state = Mutex(State(kept: found, newest: found))
        self.save = save
    }

    /// Keeps an arrangement soon, unless nothing has changed.
    func keep(_ screen: KeptScreen) {
        let begins = state.withLock { state in
            guard screen != state.newest else { return false }
            state.newest = screen
            state.waiting = screen
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if begins { Thread.detachNewThread { self.writeWhatWaits() } }
    }

    /// Keeps the last arrangement, also where that was tried in vain before, and waits until it is, for a while.
    func finish(_ screen: KeptScreen, clock: any Clock<Duration> = ContinuousClock()) async {
        let (ends, end) = AsyncStream<Void>.makeStream()
        state.withLock { state in
            if !state.isWriting { state.newest = state.kept }
            state.listener = end
        }
        keep(screen)
        guard state.withLock(\.isWriting) else { return }
        let patience = Task {
            try await clock.sleep(for: Self.limit)
            complain("the screen is not kept for the next run: the disk does not answer")
            end.finish()
        }
        for await _ in ends {}
        patience.cancel()
    }

    /// Why something could not be kept, once.
    func takeComplaint() -> String? {
        state.withLock { state in
            defer { state.complaint = nil }
            return state.complaint
        }
    }

    private func complain(_ sentence: String) {
        state.withLock { state in
            if !state.hasComplained { state.complaint = sentence }
            state.hasComplained = true
        }
    }

    private func writeWhatWaits() {
        while let (screen, before) = next() {
            do throws(KeptScreenFile.Mistake) {
                try save(screen, before)
                state.withLock { $0.kept = screen }
            } catch {
                complain("\(error)")
            }
        }
    }

    /// What to write next, and what was kept before; nil when nothing waits, and the thread ends.
    private func next() -> (screen: KeptScreen, before: KeptScreen)? {
        state.withLock { state in
            guard let screen = state.waiting else {
                state.isWriting = false
                state.listener?.finish()
                return nil
            }
            state.waiting = nil
            return (screen, state.kept)
        }
    }
}
