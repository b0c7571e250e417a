import FleetModel
import NIOCore

/// One open TCP connection of one probe, from the SYN's answer to the FIN.
///
/// Lives on its channel's event loop, on which the whole probe runs; it is not `Sendable` on purpose. Layers talk
/// through it and never open, close or time anything themselves.
final class Connection {
    /// Our end; nil when the system does not say.
    let local: SocketEndpoint?
    /// Where the layers' steps are told.
    let trace: ProbeTrace
    /// The certificates as the server presented them, its own first; nil when it presented none yet.
    private(set) var chain: PresentedChain?

    private let channel: any Channel
    private let inbox: Inbox
    private var tap: FlightTap?
    private var isClosing = false

    init(_ channel: any Channel, inbox: Inbox, trace: ProbeTrace) {
        self.channel = channel
        self.inbox = inbox
        self.trace = trace
        local = channel.localAddress.flatMap(SocketEndpoint.init)
    }

    /// What the peer sent and nobody has taken.
    var unread: ArraySlice<UInt8> { inbox.bytes[...] }

    /// Why the connection can no longer be used; nil while it can.
    var ending: LayerFailure? {
        guard inbox.ending != nil else { return nil }
        if Task.isCancelled { return .ourFault(.cancelled) }
        // What the socket said, before what TLS made of it.
        return inbox.ending == .handshakeFailed ? tap?.ending ?? inbox.ending : inbox.ending
    }

    /// Who ended the connection; nil while it is open.
    var closer: TLSFacts.Closer? {
        guard inbox.ending != nil else { return nil }
        if let tap { return tap.ending == nil ? .us : .server }
        return ending == .closed || ending == .reset ? .server : .us
    }

    /// Runs `body`; once the deadline has passed, the connection ends under it with ``LayerFailure/timedOut``.
    ///
    /// The timer closes the channel on the event loop: whatever waits for the peer then returns.
    func within<Value>(_ deadline: NIODeadline, _ body: () async -> Value) async -> Value {
        let timer = scheduleExpiry(at: deadline)
        defer { timer.cancel() }
        return await body()
    }

    /// Sends bytes as one write.
    func send(_ bytes: [UInt8]) {
        trace.tell(.sent(bytes))
        // What goes wrong with a write ends the connection, and so shows when the answer is awaited.
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// Waits until `recognize` makes something of all bytes unread, or until no more will come.
    ///
    /// - Parameter recognize: Gets the unread bytes, and whether they are all that will come: the peer has ended the
    ///   connection, the deadline has passed, or the bound is reached. Then nil means that there is nothing in them.
    /// - Returns: What was recognized; nil when nothing was and no more will come.
    func receive<Message>(_ recognize: (ArraySlice<UInt8>, Bool) -> Message?) async -> Message? {
        var told = 0
        while true {
            let bytes = unread
            if bytes.count > told {
                trace.tell(.received(bytes.dropFirst(told)))
                told = bytes.count
            }
            let hasEnded = inbox.ending != nil || bytes.count >= Inbox.limit
            if let message = recognize(bytes, hasEnded) { return message }
            guard !hasEnded else { return nil }
            await inbox.change()
        }
    }

    /// Removes the first bytes of what is unread.
    func take(_ count: Int) {
        inbox.take(count, from: channel)
    }

    /// Puts TLS on the connection and waits for the end of the handshake; whoever the server is, it is accepted.
    ///
    /// Nothing may be unread: bytes that came in the clear would pass for bytes that came through TLS.
    ///
    /// - Parameters:
    ///   - context: What we offer.
    ///   - serverName: What to send as SNI; nil for none.
    /// - Returns: What the server did, whether the handshake came to its end or not.
    /// - Throws: What the TLS library says when it cannot begin.
    func startTLS(_ context: TLSContext, serverName: String?) async throws -> Handshake {
        let tap = FlightTap(trace)
        let tls = TLSClientHandler(try context.session(serverName: serverName)) { self.chain = $0 }
        if channel.isActive {
            self.tap = tap
            // In an active channel the handshake begins as soon as its handler is there: the tap must be there first.
            try channel.pipeline.syncOperations.addHandler(tap, position: .before(inbox))
            try channel.pipeline.syncOperations.addHandler(tls, position: .before(inbox))
        }
        while !inbox.isHandshakeComplete, inbox.ending == nil {
            await inbox.change()
        }
        tap.stop()
        return Handshake(
            flight: tap.flight, alert: tap.alerts.alert, ending: inbox.isHandshakeComplete ? nil : ending,
            closer: inbox.isHandshakeComplete ? nil : closer)
    }

    /// Puts handlers between TLS and the layers; they get from now on what comes, in this order.
    func insert(_ handlers: [any ChannelHandler]) throws {
        try channel.pipeline.syncOperations.addHandlers(handlers, position: .before(inbox))
    }

    /// Sends a message for which one of those handlers has the bytes.
    func send(message: some Sendable) {
        channel.writeAndFlush(message, promise: nil)
    }

    /// Ends the connection in order: close_notify if TLS is up, then FIN; returns when it is gone.
    ///
    /// A peer that does not answer the close_notify is waited for as long as the TLS context says, and no longer than
    /// the deadline.
    func close() async {
        let closer = closer ?? .us
        isClosing = true
        if inbox.isHandshakeComplete, inbox.ending == nil { trace.tell(.note("close_notify")) }
        channel.close(promise: nil)
        _ = try? await channel.closeFuture.get()
        trace.tell(.closed(by: closer))
    }

    /// Ends a connection without TLS in order: FIN, then whatever the peer still sends is thrown away until its FIN.
    ///
    /// A socket that is closed while the peer still sends answers with a reset. Returns when the connection is gone; a
    /// peer that does not close is waited for until the deadline of ``within(_:_:)``.
    func leave() async {
        let closer = closer ?? .us
        isClosing = true
        channel.close(mode: .output, promise: nil)
        while inbox.ending == nil, channel.isActive {
            take(unread.count)
            await inbox.change()
        }
        channel.close(promise: nil)
        _ = try? await channel.closeFuture.get()
        trace.tell(.closed(by: closer))
    }

    private func scheduleExpiry(at deadline: NIODeadline) -> Scheduled<Void> {
        // The probe runs on the loop; the view of it that takes what is not Sendable checks that.
        channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.expire() }
    }

    /// Ends the connection because the time is up.
    private func expire() {
        if !isClosing { inbox.end(.timedOut) }
        // TLS says goodbye at once; its wait for an answer is cut short.
        channel.close(promise: nil)
        tap?.drop()
    }
}
