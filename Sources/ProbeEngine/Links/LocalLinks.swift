internal import FleetModel
internal import Synchronization

/// Says which way packets leave this machine, without asking the system more often than it changes.
final class LocalLinks: Sendable {
    /// How long a list of the interfaces is taken for the present one.
    static let freshness = Duration.seconds(5)

    private let interfaces: Mutex<(list: OwnInterfaces, read: ContinuousClock.Instant)?>
    private let read: @Sendable () -> OwnInterfaces

    /// Asks the system, unless told otherwise.
    init(reading read: @escaping @Sendable () -> OwnInterfaces = OwnInterfaces.current) {
        self.read = read
        interfaces = Mutex(nil)
    }

    /// Which way packets to a peer leave; nil when the system has no route to it, or does not say.
    ///
    /// - Parameters:
    ///   - peer: Where they go.
    ///   - local: Our end of the connection; nil when there is none. Then a socket for datagrams is connected, which
    ///     sends nothing, and its end taken.
    ///   - now: The time of asking.
    /// - Returns: The interface, and the subnet of ours around the peer.
    func link(
        to peer: SocketEndpoint, from local: IPAddress?, at now: ContinuousClock.Instant = .now
    ) -> LocalLink? {
        guard let local = local ?? Self.source(for: peer) else { return nil }
        return current(at: now).link(from: local, to: peer.address)
    }

    private func current(at now: ContinuousClock.Instant) -> OwnInterfaces {
        interfaces.withLock { known in
            if let known, now - known.read < Self.freshness { return known.list }
            let list = read()
            known = (list, now)
            return list
        }
    }

    /// The address that the system would send from.
    private static func source(for peer: SocketEndpoint) -> IPAddress? {
        guard let socket = try? DatagramSocket(isIPv6: peer.address.isIPv6), (try? socket.connect(to: peer)) != nil
        else { return nil }
        return socket.local?.address
    }
}
