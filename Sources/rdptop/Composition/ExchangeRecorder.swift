import FleetModel
import Foundation
import ProbeEngine
import Synchronization

/// Records one probe while it goes on, within the bounds of an ``ExchangeRecord``.
///
/// A probe lives on one thread, but datagrams are read on another.
final class ExchangeRecorder: Sendable {
    private let record = Mutex(ExchangeRecord())

    /// What has been recorded by now.
    var content: ExchangeRecord { record.withLock { $0 } }

    /// Takes a step.
    var steps: @Sendable (ProbeStep) -> Void {
        { step in self.record.withLock { $0.take(step) } }
    }

    /// Takes what goes over the wire, stamped as it happens.
    var wire: WireObserver {
        { flow, kind in
            let event = WireEvent(flow: flow, microseconds: WallClock.microseconds(), kind: kind)
            self.record.withLock { $0.take(event) }
        }
    }
}
