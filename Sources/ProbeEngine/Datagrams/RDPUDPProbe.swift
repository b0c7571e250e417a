package import FleetModel
internal import Glibc
internal import RDPWire

/// Asks a server for its RDP-UDP side with one datagram, or two when the first stays unanswered.
///
/// MS-RDPEUDP 3.1.5.1.1. After the answer nothing more is sent: the server gives the half-open connection up by itself.
/// Each datagram has its full length, so that no answer is longer than its question.
package struct RDPUDPProbe: Sendable {
    /// The most datagrams that are sent.
    package static let datagrams = 2
    /// How long each of them waits for its answer.
    package static let patience = Duration.seconds(1)

    private let watch: SocketWatch
    private let clock: any Clock<Duration>
    private let sequenceNumber: @Sendable () -> UInt32
    private let wire: WireObserver?
    private let now: @Sendable () -> Instant

    /// Makes what all probes share.
    ///
    /// - Parameters:
    ///   - watch: The thread that reads the answers.
    ///   - clock: Measures the patience.
    ///   - sequenceNumber: A random number, another one for each probe.
    ///   - wire: Gets the datagrams as they go; nil when nobody records.
    ///   - now: The wall clock.
    package init(
        watch: SocketWatch, clock: any Clock<Duration> = ContinuousClock(),
        sequenceNumber: @escaping @Sendable () -> UInt32 = { .random(in: .min ... .max) },
        wire: WireObserver? = nil, now: @escaping @Sendable () -> Instant
    ) {
        self.watch = watch
        self.clock = clock
        self.sequenceNumber = sequenceNumber
        self.wire = wire
        self.now = now
    }

    /// Probes one server; takes at most ``datagrams`` times ``patience``, and ends at once when its task is cancelled.
    ///
    /// - Parameters:
    ///   - endpoint: Where the server's RDP-UDP should be.
    ///   - version: The highest version that we offer; 3 without a cookie, as we have none.
    ///   - wire: Gets the datagrams of this probe as they go; nil when nobody records it.
    /// - Returns: The facts of the answer, or why there is none: `.refused` and `.unreachable` are what the network said,
    ///   `.timedOut` is silence, `.malformed` is an answer that is no RDP-UDP.
    package func probe(
        _ endpoint: SocketEndpoint, version: UDPFacts.Version = .two, wire: WireObserver? = nil
    ) async -> Observation<UDPFacts> {
        let stopwatch = Stopwatch()
        var facts = UDPFacts(peer: endpoint, requested: version, datagrams: 0)
        let ending = await exchange(with: endpoint, version, both(self.wire, wire), &facts)
        var failure: LayerFailure?
        switch ending {
        case .answered(let answer): facts.record(answer)
        case .failed(let reason): failure = reason
        }
        return Observation(facts: facts, failure: failure, microseconds: stopwatch.microseconds, at: now())
    }

    private func exchange(
        with endpoint: SocketEndpoint, _ version: UDPFacts.Version, _ wire: WireObserver?, _ facts: inout UDPFacts
    ) async -> SynExchange.Ending {
        guard endpoint.address.isUnicast else { return .failed(.ourFault(.invalidAddress)) }
        let isIPv6 = endpoint.address.isIPv6
        let socket: DatagramSocket
        do {
            socket = try DatagramSocket(isIPv6: isIPv6)
            // Without it Linux keeps "host unreachable" to itself (ip(7) and ipv6(7)).
            socket.setOption(
                Int32(isIPv6 ? IPPROTO_IPV6 : IPPROTO_IP), isIPv6 ? IPV6_RECVERR : IP_RECVERR, Int32(1))
            try socket.connect(to: endpoint)
        } catch {
            return .failed(LayerFailure(errno: error.number, isIPv6: isIPv6))
        }
        facts.local = socket.local
        let syn = SynDatagram(
            synData: SynData(initialSequenceNumber: sequenceNumber()), version: SynDatagram.Version(version))
        let exchange = SynExchange(
            syn, on: socket, isIPv6: isIPv6, wire: Self.observer(wire, from: socket.local, to: endpoint))
        watch.watch(socket) { exchange.read() }
        defer { watch.forget(socket) }
        return await withTaskGroup { group in
            group.addTask { [clock] in await Self.send(exchange, by: clock) }
            let ending = await withTaskCancellationHandler {
                await exchange.ending.value()
            } onCancel: {
                exchange.ending.give(.failed(.ourFault(.cancelled)))
            }
            group.cancelAll()
            facts.datagrams = await group.next() ?? 0
            return ending
        }
    }

    private static func observer(
        _ wire: WireObserver?, from local: SocketEndpoint?, to peer: SocketEndpoint
    ) -> (@Sendable (WireEvent.Kind) -> Void)? {
        guard let wire, let local else { return nil }
        let flow = WireEvent.Flow(transport: .udp, local: local, peer: peer)
        return { wire(flow, $0) }
    }

    /// Sends until there is an ending or the patience is at its end; how many datagrams were sent.
    private static func send(_ exchange: SynExchange, by clock: any Clock<Duration>) async -> Int {
        for count in 1...datagrams {
            exchange.send()
            do {
                try await clock.sleep(for: patience)
            } catch {
                return count
            }
        }
        exchange.expire()
        return datagrams
    }
}

extension SynDatagram.Version {
    fileprivate init(_ version: UDPFacts.Version) {
        switch version {
        case .one: self = .one
        case .two: self = .two
        case .three: self = .three(.none)
        }
    }
}

extension UDPFacts {
    fileprivate mutating func record(_ answer: SynAckDatagram) {
        answered = Version(rawValue: answer.version ?? Version.one.rawValue)
        upstreamMTU = answer.synData.upstreamMTU
        downstreamMTU = answer.synData.downstreamMTU
    }
}
