import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(5))) struct EventLoopClockTests {
    @Test func aSleeperWakesWhenItsTimeHasComeAndNotBefore() async throws {
        let clock = EventLoopClock()
        let began = clock.now
        try await clock.sleep(until: began + .milliseconds(20), tolerance: nil)
        #expect(clock.now >= began + .milliseconds(20))
        // A time that is past already is no sleep at all.
        try await clock.sleep(until: began, tolerance: nil)
    }

    @Test func aSleeperThatIsCancelledWakesAtOnce() async {
        let clock = EventLoopClock()
        let sleeper = Task { try await clock.sleep(until: clock.now + .seconds(3_600), tolerance: nil) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }
}

@Suite struct ExecutorPoolTests {
    @Test func aFewProbesShareTheFirstLoopAndManyAreSpread() async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 3)
        let pool = ExecutorPool(loops)
        let few = (0...ExecutorPool.lead).map { _ in pool.enter() }
        #expect(few.allSatisfy { $0 === pool.first })
        let many = (0..<30).map { _ in pool.enter() }
        #expect(pool.first.probes.load(ordering: .relaxed) == 19)
        #expect(Set(many.map(ObjectIdentifier.init)).count == 3)
        for executor in few + many { pool.leave(executor) }
        #expect(pool.first.probes.load(ordering: .relaxed) == 0)
        #expect(pool.enter() === pool.first)
        try await loops.shutdownGracefully()
    }
}
