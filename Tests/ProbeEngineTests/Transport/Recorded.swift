import FleetModel
import Synchronization

/// What went over the wire, in order.
final class Recorded: Sendable {
    private let events = Mutex<[(WireEvent.Flow, WireEvent.Kind)]>([])

    func add(_ flow: WireEvent.Flow, _ kind: WireEvent.Kind) {
        events.withLock { $0.append((flow, kind)) }
    }

    var all: [(WireEvent.Flow, WireEvent.Kind)] { events.withLock { $0 } }
}
