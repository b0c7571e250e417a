import FleetModel
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(5))) struct LagSamplerTests {
    @Test(arguments: [false, true])
    func aLoopThatIsHeldUpIsReportedWithItsLagAlsoWhenItIsStoppedButStillNeeded(isStopped: Bool) async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let (lags, sink) = AsyncStream.makeStream(of: Span.self)
        // Whatever else runs here, this loop does nothing for so long, again and again; the second between two
        // measurements is no multiple of it, and so they never fall between two of these times.
        let blocker = Task {
            while !Task.isCancelled { try await loops.next().submit { Thread.sleep(forTimeInterval: 0.7) }.get() }
        }
        let sampler = LagSampler(eventLoops: loops) { sink.yield($0) }
        sampler.start()
        if isStopped { sampler.stop { false } }
        var iterator = lags.makeAsyncIterator()
        let lag = try #require(await iterator.next())
        #expect(lag > Overload.lagLimit)
        blocker.cancel()
        sampler.stop()
        _ = await blocker.result
        try await loops.shutdownGracefully()
    }

    /// Lives as long as a timer that would report to it.
    private final class Witness: Sendable {}

    @Test func stoppedItLeavesNoTimerInTheLoops() async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        weak var witness: Witness?
        func startAndStop() {
            let held = Witness()
            witness = held
            let sampler = LagSampler(eventLoops: loops) { _ in withExtendedLifetime(held) {} }
            sampler.start()
            sampler.start()
            sampler.stop()
        }
        startAndStop()
        // What comes last in its queue comes after the end of its timers.
        for loop in loops.makeIterator() { try await loop.submit {}.get() }
        #expect(witness == nil)
        try await loops.shutdownGracefully()
    }

    @Test func aLoopThatIsLateOnceHasOnlyStoodStillWithItsProcess() {
        let lags: [Int64] = [0, 3_888, 0, 251, 252, 250, 251]
        var ticks = LateTicks()
        let reported = lags.map { ticks.take(.milliseconds($0)) }
        #expect(reported == [nil, nil, nil, nil, .milliseconds(252), nil, nil])
    }
}
