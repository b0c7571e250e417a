import FleetModel
import Synchronization

/// What a trace's probes put on the wire and took from it, stamped as it happens.
///
/// A probe takes at most 64 KiB from a connection and makes few of them, so all of it is kept until the end.
final class WireLog: Sendable {
    private let recorded = Mutex<[WireEvent]>([])

    /// Takes an event of a flow.
    func record(_ flow: WireEvent.Flow, _ kind: WireEvent.Kind) {
        let event = WireEvent(flow: flow, microseconds: WallClock.microseconds(), kind: kind)
        recorded.withLock { $0.append(event) }
    }

    /// Takes a line of the TLS key log.
    func keep(secret line: String) {
        let nowhere = SocketEndpoint(address: .ipv4Loopback, port: 0)
        record(WireEvent.Flow(transport: .tcp, local: nowhere, peer: nowhere), .secret(line))
    }

    /// Everything so far, in order.
    var events: [WireEvent] { recorded.withLock { $0 } }
}
