internal import FleetModel
internal import Synchronization

/// Where a probe waits, once it knows its address, until its neighbourhood lets it connect.
///
/// The schedule keeps to the same limit for the addresses that it knows; the gate holds it for names too, whose addresses
/// nobody knows before they are asked for. First come, first served; nobody who waits holds up another neighbourhood.
package final class NeighbourhoodGate: Sendable {
    private typealias Turn = NeighbourhoodQueue.Turn
    private typealias Message = (answer: PendingAnswer<Turn?>, turn: Turn?)

    private struct State {
        var queue: NeighbourhoodQueue
        /// Those in line, and what they wait for: their turn, or nil when they were cancelled.
        var waiting: [Int: PendingAnswer<Turn?>] = [:]
        var nextVisitor = 0

        /// What to tell those who are called; nobody else can tell them anything from now on.
        mutating func messages(_ calls: [NeighbourhoodQueue.Call]) -> [Message] {
            calls.compactMap { call in waiting.removeValue(forKey: call.visitor).map { ($0, call.turn) } }
        }
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Instant) async -> Void

    /// A gate that holds `perNeighbourhood` and `newPerSecondAndNeighbourhood`.
    package init<C: Clock & Sendable>(limits: ProbeLimits, clock: C)
    where C.Duration == Duration, C.Instant: Sendable {
        let time = ScheduleTime(clock)
        now = { time.now }
        sleep = { await time.sleep(until: $0) }
        state = Mutex(State(queue: NeighbourhoodQueue(limits: limits)))
    }

    /// Waits until a connection to this neighbourhood may begin, and then counts as under way until ``leave(_:)``.
    ///
    /// - Returns: Whether it may; false, and nothing is counted, when the task was cancelled before.
    func enter(_ place: [UInt8]) async -> Bool {
        var (visitor, answer) = arrive(place)
        while true {
            switch await turn(of: visitor, in: place, answer) {
            case .enter: return true
            case nil: return false
            case .watch(let until):
                answer = PendingAnswer()
                state.withLock { $0.waiting[visitor] = answer }
                await sleep(until)
                // Else a cancelled watcher, who does not sleep any more, would watch again and again.
                if Task.isCancelled { withdraw(visitor, from: place) }
                change { $0.messages($0.queue.awake(visitor, in: place, at: now())) }
            }
        }
    }

    /// Ends what ``enter(_:)`` began.
    func leave(_ place: [UInt8]) {
        change { $0.messages($0.queue.leave(place, at: now())) }
    }

    private func arrive(_ place: [UInt8]) -> (Int, PendingAnswer<Turn?>) {
        let answer = PendingAnswer<Turn?>()
        let visitor = state.withLock { state in
            state.nextVisitor += 1
            state.waiting[state.nextVisitor] = answer
            return state.nextVisitor
        }
        change { $0.messages($0.queue.arrive(visitor, in: place, at: now())) }
        return (visitor, answer)
    }

    private func turn(of visitor: Int, in place: [UInt8], _ answer: PendingAnswer<Turn?>) async -> Turn? {
        await withTaskCancellationHandler {
            await answer.value()
        } onCancel: {
            withdraw(visitor, from: place)
        }
    }

    /// Takes one out of the line, unless it has been called already.
    private func withdraw(_ visitor: Int, from place: [UInt8]) {
        change { state in
            guard let answer = state.waiting.removeValue(forKey: visitor) else { return [] }
            return [(answer, nil)] + state.messages(state.queue.withdraw(visitor, from: place, at: now()))
        }
    }

    /// Changes the queue under the lock, and tells whom it concerns without it.
    ///
    /// A cancellation handler may wait for our lock while it holds the task's, and resuming that task would need it.
    private func change(_ body: (inout State) -> [Message]) {
        for (answer, turn) in state.withLock({ body(&$0) }) { answer.give(turn) }
    }
}
