import FleetModel
import Foundation
import NIOCore
import NIOPosix
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(1))) struct LagSamplerTests {
    @Test func aLoopThatIsHeldUpIsReportedWithItsLag() async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let (lags, sink) = AsyncStream.makeStream(of: Span.self)
        // Whatever else runs here, this loop does nothing for half a second, again and again.
        let blocker = Task {
            while !Task.isCancelled { try await loops.next().submit { Thread.sleep(forTimeInterval: 0.5) }.get() }
        }
        let sampler = LagSampler(eventLoops: loops) { sink.yield($0) }
        sampler.start()
        var iterator = lags.makeAsyncIterator()
        let lag = try #require(await iterator.next())
        #expect(lag > Overload.lagLimit)
        blocker.cancel()
        sampler.stop()
        _ = await blocker.result
        try await loops.shutdownGracefully()
    }

    @Test func aLoopThatIsLateOnceHasOnlyStoodStillWithItsProcess() {
        let lags: [Int64] = [0, 3_888, 0, 251, 252, 250, 251]
        var ticks = LateTicks()
        let reported = lags.map { ticks.take(.milliseconds($0)) }
        #expect(reported == [nil, nil, nil, nil, .milliseconds(252), nil, nil])
    }
}
