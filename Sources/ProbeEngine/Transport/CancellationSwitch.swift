import NIOCore
import Synchronization

/// Closes a probe's channel when its task is cancelled, also while it is still connecting.
///
/// NIO's pending connects and futures do not heed the cancellation of the task that waits for them; a closed channel
/// ends them all.
final class CancellationSwitch: Sendable {
    private struct State {
        var channel: (any Channel)?
        var isCancelled = false
    }

    private let state = Mutex(State())

    /// From now on, cancelling closes this channel; it is closed at once if that has happened already.
    func guardChannel(_ channel: any Channel) {
        let isCancelled = state.withLock { state in
            state.channel = channel
            return state.isCancelled
        }
        if isCancelled { channel.close(promise: nil) }
    }

    /// Closes the channel; may be called on any thread.
    func cancel() {
        let channel = state.withLock { state in
            state.isCancelled = true
            return state.channel
        }
        channel?.close(promise: nil)
    }
}
