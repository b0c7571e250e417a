import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

@Suite(.timeLimit(.minutes(1))) struct NeighbourhoodGateTests {
    private let here: [UInt8] = [10, 0, 0]

    /// How many are in at the same time.
    private final class Crowd: Sendable {
        private let counts = Mutex((now: 0, peak: 0, total: 0, refused: 0))

        var peak: Int { counts.withLock(\.peak) }
        var total: Int { counts.withLock(\.total) }
        var refused: Int { counts.withLock(\.refused) }

        func refuse() { counts.withLock { $0.refused += 1 } }

        func visit() async {
            counts.withLock { counts in
                counts.now += 1
                counts.total += 1
                counts.peak = max(counts.peak, counts.now)
            }
            for _ in 0..<3 { await Task.yield() }
            counts.withLock { $0.now -= 1 }
        }
    }

    @Test func neverMoreThanTheLimitAndNobodyIsForgotten() async {
        let limits = ProbeLimits(perNeighbourhood: 4, newPerSecondAndNeighbourhood: 1_000_000)
        let gate = NeighbourhoodGate(limits: limits, clock: ContinuousClock())
        let crowd = Crowd()
        await withTaskGroup { group in
            for _ in 0..<500 {
                group.addTask {
                    guard await gate.enter(here) else { return }
                    await crowd.visit()
                    gate.leave(here)
                }
            }
        }
        #expect(crowd.total == 500)
        #expect(crowd.peak == 4)
    }

    @Test func cancellingAnyOfThemLosesNoPlace() async {
        let limits = ProbeLimits(perNeighbourhood: 2, newPerSecondAndNeighbourhood: 50_000)
        let gate = NeighbourhoodGate(limits: limits, clock: ContinuousClock())
        let crowd = Crowd()
        await withTaskGroup { group in
            for number in 0..<2000 {
                let visit = Task {
                    guard await gate.enter(here) else { return crowd.refuse() }
                    await crowd.visit()
                    gate.leave(here)
                }
                group.addTask {
                    if number % 3 == 0 {
                        for _ in 0..<(number % 7) { await Task.yield() }
                        visit.cancel()
                    }
                    await visit.value
                }
            }
        }
        #expect(crowd.total + crowd.refused == 2000)
        #expect(crowd.peak <= 2)
        // Both places are free again.
        #expect(await gate.enter(here))
        #expect(await gate.enter(here))
    }

    @Test func whoWaitsForATokenIsLetInWhenThereIsOne() async {
        let clock = ManualClock()
        let gate = NeighbourhoodGate(limits: ProbeLimits(newPerSecondAndNeighbourhood: 10), clock: clock)
        #expect(await gate.enter(here))
        async let second = gate.enter(here)
        let wake = await clock.nextSleeper()
        #expect(wake.elapsed == .milliseconds(100))
        #expect(clock.sleeperCount == 1)
        clock.advance(to: wake)
        #expect(await second)
    }

    @Test func whoIsCancelledWhileWatchingTheClockEndsAtOnceAndTheNextWatches() async {
        let clock = ManualClock()
        let gate = NeighbourhoodGate(limits: ProbeLimits(newPerSecondAndNeighbourhood: 10), clock: clock)
        #expect(await gate.enter(here))
        let first = Task { await gate.enter(here) }
        _ = await clock.nextSleeper()
        let second = Task { await gate.enter(here) }
        first.cancel()
        #expect(await first.value == false)
        clock.advance(to: await clock.nextSleeper())
        #expect(await second.value)
    }

    @Test func aTaskThatIsCancelledBeforeIsNotCounted() async {
        let limits = ProbeLimits(perNeighbourhood: 1)
        let gate = NeighbourhoodGate(limits: limits, clock: ManualClock())
        #expect(await gate.enter(here))
        let late = Task { await gate.enter(here) }
        late.cancel()
        #expect(await late.value == false)
        gate.leave(here)
        #expect(await gate.enter(here))
    }
}
