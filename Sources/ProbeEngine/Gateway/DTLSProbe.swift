import FleetModel
import NIOCore
import NIOPosix
import RDPWire

/// Asks a gateway's UDP port for its certificate: a ClientHello, the same with the server's cookie, and no more.
///
/// DTLS 1.2, then 1.0 for a server that refuses that or says nothing; at most four datagrams in all. Nothing is sent
/// after the server's flight, which ends there by itself.
struct DTLSProbe {
    /// What was seen, and the certificates in DER, if they came.
    struct Result {
        var facts: DTLSFacts
        var failure: LayerFailure?
        var chain: [[UInt8]]
    }

    /// The event loop that the caller runs on.
    let eventLoop: any EventLoop
    /// Closes the socket when the probe is cancelled.
    let cancellation: CancellationSwitch
    /// Where the datagrams are told.
    let trace: ProbeTrace
    /// The longest wait for the flight of one version.
    let flightLimit: TimeAmount
    /// For the randoms of the ClientHellos.
    let random: RandomBytes
    /// Gets the datagrams as they go; nil when nobody records.
    var wire: WireObserver?

    /// Tries both versions until one shows something or the deadline has passed.
    func probe(_ peer: SocketEndpoint, serverName: String?, deadline: NIODeadline) async -> Result {
        var result = Result(facts: DTLSFacts(peer: peer, datagrams: 0), failure: .timedOut, chain: [])
        for version in [DTLSVersion.dtls12, .dtls10] where result.isOpen {
            let end = min(deadline, .now() + flightLimit)
            guard end > .now(),
                let hello = try? DTLSClientHello(
                    offering: version, random: random(DTLSClientHello.randomSize), serverName: serverName)
            else { break }
            trace.tell(.note(version == .dtls12 ? "offering DTLS 1.2" : "offering DTLS 1.0"))
            let (flight, datagrams, ending) = await exchange(hello, with: peer, until: end)
            result.take(flight, datagrams: datagrams, ending: ending)
        }
        if Task.isCancelled { result.failure = .ourFault(.cancelled) }
        return result
    }

    /// One socket, one offer, and what the server answers to it.
    private func exchange(
        _ offer: DTLSClientHello, with peer: SocketEndpoint, until end: NIODeadline
    ) async -> (DTLSServerFlight, datagrams: Int, ending: LayerFailure?) {
        var flight = DTLSServerFlight()
        let inbox = DatagramInbox()
        guard let channel = await open(peer, inbox) else { return (flight, 0, inbox.ending) }
        let record = observer(of: channel, peer)
        let timer = scheduleExpiry(of: inbox, at: end)
        defer { timer.cancel() }
        // Until the server has chosen, records say 1.0 whatever is offered (RFC 6347, 4.2.1).
        var writer = DTLSHandshakeWriter(version: .dtls10)
        var hello = offer
        var sent = send(hello, by: &writer, over: channel, inbox, record)
        while !flight.isOver, let datagram = await inbox.next() {
            trace.tell(.received(datagram))
            record?(.received(datagram))
            flight.receive(datagram[...])
            guard sent == 1, let cookie = flight.helloVerifyRequest?.cookie else { continue }
            hello.cookie = cookie
            sent += send(hello, by: &writer, over: channel, inbox, record)
        }
        let ending = inbox.ending
        channel.close(promise: nil)
        _ = try? await channel.closeFuture.get()
        return (flight, sent, ending)
    }

    private func observer(of channel: any Channel, _ peer: SocketEndpoint) -> ((WireEvent.Kind) -> Void)? {
        guard let wire, let local = channel.localAddress.flatMap(SocketEndpoint.init) else { return nil }
        let flow = WireEvent.Flow(transport: .udp, local: local, peer: peer)
        return { wire(flow, $0) }
    }

    private func open(_ peer: SocketEndpoint, _ inbox: DatagramInbox) async -> (any Channel)? {
        let handler = NIOLoopBound(inbox, eventLoop: eventLoop)
        do {
            return try await DatagramBootstrap(group: eventLoop)
                .channelOption(
                    .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: DatagramInbox.datagramSize)
                )
                .channelInitializer { [cancellation] channel in
                    cancellation.guardChannel(channel)
                    return channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(handler.value)
                    }
                }
                .connect(to: peer.socketAddress())
                .get()
        } catch {
            inbox.end(LayerFailure(socketError: error, isIPv6: peer.address.isIPv6) ?? .ourFault(.other))
            return nil
        }
    }

    private func scheduleExpiry(of inbox: DatagramInbox, at deadline: NIODeadline) -> Scheduled<Void> {
        eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { inbox.end(.timedOut) }
    }

    /// Sends a message, and returns in how many datagrams.
    private func send(
        _ hello: DTLSClientHello, by writer: inout DTLSHandshakeWriter, over channel: any Channel,
        _ inbox: DatagramInbox, _ record: ((WireEvent.Kind) -> Void)?
    ) -> Int {
        guard let datagrams = try? writer.datagrams(hello) else {
            inbox.end(.ourFault(.other))
            return 0
        }
        for datagram in datagrams {
            trace.tell(.sent(datagram))
            record?(.sent(datagram))
            channel.writeAndFlush(ByteBuffer(bytes: datagram)).assumeIsolated().whenFailure { error in
                inbox.end(LayerFailure(socketError: error) ?? .ourFault(.other))
            }
        }
        return datagrams.count
    }
}

extension DTLSProbe.Result {
    /// Whether another version may show more: nothing came at all, or the server refused this one.
    fileprivate var isOpen: Bool {
        switch failure {
        case .timedOut: !facts.verifiedAddress
        case .tlsAlert(TLSAlertDescription.protocolVersion.rawValue): true
        case _: false
        }
    }

    /// Adds what one version showed.
    fileprivate mutating func take(_ flight: DTLSServerFlight, datagrams: Int, ending: LayerFailure?) {
        facts.datagrams += datagrams
        facts.verifiedAddress = facts.verifiedAddress || flight.helloVerifyRequest != nil
        facts.version = flight.serverHello?.version.rawValue
        facts.cipherSuiteName = flight.serverHello?.cipherSuite.name
        facts.alert = flight.alert?.description.rawValue ?? facts.alert
        chain = flight.certificates ?? []
        if flight.serverHello != nil {
            failure = nil
        } else if let alert = flight.alert {
            failure = .tlsAlert(alert.description.rawValue)
        } else if flight.error != nil, !flight.hasDTLSRecord {
            failure = .malformed
        } else {
            failure = ending ?? .timedOut
        }
    }
}
