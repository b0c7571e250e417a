import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct NeighbourhoodQueueTests {
    private let here: [UInt8] = [10, 0, 0]

    private func entered(_ calls: [NeighbourhoodQueue.Call]) -> [Int] {
        calls.filter { $0.turn == .enter }.map(\.visitor)
    }

    private func queue(_ limit: Int, perSecond: Int = 1_000_000) -> NeighbourhoodQueue {
        NeighbourhoodQueue(
            limits: ProbeLimits(perNeighbourhood: limit, newPerSecondAndNeighbourhood: perSecond))
    }

    @Test func aNeighbourhoodTakesSoManyAndTheNextInOrderAsTheyLeave() {
        var queue = queue(2)
        let calls = (0..<5).map { entered(queue.arrive($0, in: here, at: at(0))) }
        #expect(calls == [[0], [1], [], [], []])
        #expect(entered(queue.arrive(9, in: [10, 0, 1], at: at(0))) == [9], "others are not held up")
        #expect(entered(queue.leave(here, at: at(0))) == [2])
        #expect(entered(queue.withdraw(3, from: here, at: at(0))).isEmpty)
        #expect(entered(queue.leave(here, at: at(0))) == [4])
        #expect(queue.leave(here, at: at(0)).isEmpty && queue.leave(here, at: at(0)).isEmpty)
        #expect(queue.leave(here, at: at(0)).isEmpty, "more cannot leave than are in")
        #expect((5..<8).map { entered(queue.arrive($0, in: here, at: at(0))) } == [[5], [6], []])
    }

    @Test func oneOfTheLineWatchesForTokensAndTheRateIsThatOfTheBucket() throws {
        var queue = queue(1000, perSecond: 64)
        var calls: [NeighbourhoodQueue.Call] = []
        for visitor in 0..<200 { calls += queue.arrive(visitor, in: here, at: at(0)) }
        var order = entered(calls)
        #expect(order == Array(0..<6), "a tenth of a second's worth at once")
        var alarms = 0
        while true {
            let watches = calls.filter { $0.turn != .enter }
            #expect(watches.count <= 1)
            guard let watch = watches.first, case .watch(let until) = watch.turn, until <= at(1) else { break }
            alarms += 1
            calls = queue.awake(watch.visitor, in: here, at: until)
            order += entered(calls)
        }
        #expect((64...70).contains(order.count))
        #expect(order == order.sorted())
        #expect(alarms <= 24)
    }

    @Test func whenTheWatcherGoesAwayTheNextWatches() {
        var queue = queue(1000, perSecond: 10)
        _ = queue.arrive(0, in: here, at: at(0))
        #expect(queue.arrive(1, in: here, at: at(0)).map(\.visitor) == [1])
        #expect(queue.arrive(2, in: here, at: at(0)).isEmpty)
        let calls = queue.withdraw(1, from: here, at: at(0))
        #expect(calls.map(\.visitor) == [2])
        #expect(calls.map(\.turn) == [.watch(until: at(0.1))])
        #expect(queue.awake(1, in: here, at: at(1)).isEmpty)
        #expect(entered(queue.awake(2, in: here, at: at(0.1))) == [2])
    }

    @Test func idleNeighbourhoodsAreForgottenAndBusyOnesAreNot() {
        var queue = queue(1)
        for number in 0..<10_000 {
            let place = [10, UInt8(number / 256), UInt8(number % 256)]
            #expect(entered(queue.arrive(number, in: place, at: at(Double(number)))) == [number])
            if number != 0 { _ = queue.leave(place, at: at(Double(number))) }
        }
        #expect(queue.count <= 2 * NeighbourhoodQueue.firstPruning)
        #expect(queue.arrive(10_000, in: [10, 0, 0], at: at(10_000)).isEmpty, "the first is still in")
    }
}
