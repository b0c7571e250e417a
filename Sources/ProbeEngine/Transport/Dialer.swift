import FleetModel
import NIOCore
import NIOPosix

/// Connects to the first of some addresses that lets it.
///
/// One after the other, never two at once: a probe makes one connection. Every attempt is recorded.
struct Dialer {
    /// The longest wait for the answer to one SYN.
    static let connectLimit = TimeAmount.seconds(3)
    /// How much is read from a socket at once, in bytes: most servers' first flight of TLS.
    static let readSize = 8_192

    /// What connecting showed, and the connection if there is one.
    struct Result {
        var facts: TCPFacts
        /// Why there is no connection; nil when there is one.
        var failure: LayerFailure?
        var connection: Connection?
    }

    /// The event loop that the caller runs on.
    let eventLoop: any EventLoop
    /// Closes the channel when the probe is cancelled.
    let cancellation: CancellationSwitch
    /// Where the attempts are told.
    let trace: ProbeTrace
    /// Gets what goes over the wire; nil when nobody records.
    var wire: WireObserver?
    /// Whom it has tried to connect to.
    let contacts = Contacts()

    /// Tries the endpoints in order until one connects or the deadline has passed.
    func dial(_ endpoints: [SocketEndpoint], deadline: NIODeadline) async -> Result {
        var facts = TCPFacts(attempts: [])
        for endpoint in endpoints {
            let remaining = deadline - .now()
            guard remaining > .zero, !Task.isCancelled else { break }
            trace.tell(.note("connecting to \(endpoint)"))
            let stopwatch = Stopwatch()
            let outcome = await connect(to: endpoint, limit: min(remaining, Self.connectLimit))
            let (connection, failure) = outcome
            facts.attempts.append(
                TCPFacts.Attempt(peer: endpoint, failure: failure, microseconds: stopwatch.microseconds))
            contacts.note(Contact(peer: endpoint, local: connection?.local, failure: failure))
            if let wire, let failure { tell(wire, of: failure, at: endpoint, after: stopwatch.microseconds) }
            if let connection {
                facts.local = connection.local
                return Result(facts: facts, failure: nil, connection: connection)
            }
        }
        return Result(facts: facts, failure: failure(of: facts.attempts), connection: nil)
    }

    private func connect(to endpoint: SocketEndpoint, limit: TimeAmount) async -> (Connection?, LayerFailure?) {
        let inbox = Inbox()
        // The initializer runs on this very loop; the box proves it.
        let handler = NIOLoopBound(inbox, eventLoop: eventLoop)
        do {
            let channel = try await ClientBootstrap(group: eventLoop)
                .connectTimeout(limit)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.readSize))
                .channelInitializer { [cancellation, wire] channel in
                    cancellation.guardChannel(channel)
                    return channel.eventLoop.makeCompletedFuture {
                        if let wire { try channel.pipeline.syncOperations.addHandler(WireTap(wire)) }
                        try channel.pipeline.syncOperations.addHandler(handler.value)
                    }
                }
                .connect(to: endpoint.socketAddress())
                .get()
            return (Connection(channel, inbox: inbox, trace: trace), nil)
        } catch {
            guard !Task.isCancelled else { return (nil, .ourFault(.cancelled)) }
            // What NIO reports of a connect without an error number is a connection that ended while it was made.
            let failure = LayerFailure(socketError: error, isIPv6: endpoint.address.isIPv6) ?? .reset
            // The number, for whoever has to find out what is wrong here.
            if case .ourFault = failure { trace.tell(.note("\(error)")) }
            return (nil, failure)
        }
    }

    /// Tells of a connection that did not come about; which end was ours the system does not say.
    private func tell(
        _ wire: WireObserver, of failure: LayerFailure, at peer: SocketEndpoint, after microseconds: Int64
    ) {
        if case .ourFault = failure { return }
        guard let unknown = IPAddress(bytes: peer.address.bytes.map { _ in 0 }) else { return }
        let flow = WireEvent.Flow(transport: .tcp, local: SocketEndpoint(address: unknown, port: 0), peer: peer)
        wire(flow, .notConnected(failure, after: microseconds))
    }

    /// The failure of the attempt that says most about the server; the first of equals.
    private func failure(of attempts: [TCPFacts.Attempt]) -> LayerFailure {
        if Task.isCancelled { return .ourFault(.cancelled) }
        let failures = attempts.compactMap(\.failure)
        // No attempt at all means that no time was left for one.
        return failures.max { $0.weight < $1.weight } ?? .timedOut
    }
}
