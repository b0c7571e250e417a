internal import FleetModel
package import NIOCore

/// Where probes run: each on one event loop, and its connection is closed when its task is cancelled.
package struct ProbeRunner: Sendable {
    private let executors: ExecutorPool
    private let wire: WireObserver?

    /// Runs probes on these event loops.
    ///
    /// - Parameters:
    ///   - eventLoops: Must outlive the runner; nil for those that the whole program has.
    ///   - wire: Gets what goes over the wire; nil when nobody records.
    package init(
        eventLoops: (any EventLoopGroup)? = nil, wire: WireObserver? = nil
    ) {
        executors = eventLoops.map { ExecutorPool($0) } ?? .shared
        self.wire = wire
    }

    /// Where a schedule of such probes runs best: on the loop that has the few probes of a quiet time, too.
    package var scheduling: any TaskExecutor { executors.first }

    /// Runs `body` on an event loop.
    ///
    /// - Parameters:
    ///   - observe: Gets each step as it happens, on the thread of the probe; must not block.
    ///   - body: Connects through the dialer, which lives on that loop.
    /// - Returns: What `body` returns, soon after the task is cancelled at the latest.
    @concurrent
    func run<Value: Sendable>(
        observe: (@Sendable (ProbeStep) -> Void)?, _ body: @Sendable (Dialer) async -> Value
    ) async -> Value {
        let executor = executors.enter()
        defer { executors.leave(executor) }
        let cancellation = CancellationSwitch()
        return await withTaskCancellationHandler {
            await withTaskExecutorPreference(executor) {
                await body(
                    Dialer(
                        eventLoop: executor.eventLoop, cancellation: cancellation, trace: ProbeTrace(observe),
                        wire: wire))
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
