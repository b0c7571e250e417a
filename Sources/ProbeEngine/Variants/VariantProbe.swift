import FleetModel
import NIOCore

/// Asks a server otherwise than the regular probe does, on a connection of its own that ends with the ServerHello.
///
/// No credentials, and no handshake that is finished: the ClientHello is written by ourselves, so that it may offer
/// what no TLS library still speaks.
struct VariantProbe: Sendable {
    /// The longest wait for the answer, from the SYN on: four of them in a row ask a server that says nothing.
    static let limit = Span.seconds(3)
    /// The longest wait for a server to close after us.
    static let leaveLimit = TimeAmount.seconds(1)

    private let limit: Span
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    ///
    /// - Parameters:
    ///   - limit: The longest wait for the answer.
    ///   - now: The wall clock.
    init(limit: Span = Self.limit, now: @escaping @Sendable () -> Instant) {
        self.limit = limit
        self.now = now
    }

    /// Makes one attempt.
    ///
    /// Takes at most ``limit``, or the policy's timeout if that is shorter, from the first SYN on, and ``leaveLimit``.
    ///
    /// - Parameters:
    ///   - variant: How to ask.
    ///   - server: Whom to ask.
    ///   - snapshot: The last probe, from which the addresses are known.
    ///   - reason: The failure that it is to explain; nil when somebody asked for it and it explains none.
    ///   - dialer: Connects; the caller runs on its event loop.
    /// - Returns: What it showed.
    func attempt(
        _ variant: HandshakeVariant, on server: Server, after snapshot: ServerSnapshot,
        because reason: FollowUp.Reason?, with dialer: Dialer
    ) async -> VariantAttempt {
        let stopwatch = Stopwatch()
        let limit = min(server.policy.timeout, limit)
        let deadline = NIODeadline.now() + .milliseconds(limit.milliseconds)
        var attempt = VariantAttempt(
            variant: variant, reason: reason?.failure, reasonLayer: reason?.layer, reached: .tcp, microseconds: 0,
            at: now())
        dialer.trace.layer = .tcp
        guard let address = snapshot.address(for: variant) else {
            attempt.failure = .noAddress
            return attempt
        }
        let result = await dialer.dial([SocketEndpoint(address: address, port: server.port)], deadline: deadline)
        attempt.failure = result.failure
        if let connection = result.connection {
            await connection.within(deadline) { await ask(connection, server, into: &attempt) }
        }
        attempt.microseconds = stopwatch.microseconds
        attempt.at = now()
        if let connection = result.connection {
            await connection.within(.now() + Self.leaveLimit) { await connection.leave() }
        }
        return attempt
    }

    /// X.224, and TLS when the server chose it and the variant has an offer.
    private func ask(_ connection: Connection, _ server: Server, into attempt: inout VariantAttempt) async {
        let variant = attempt.variant
        connection.trace.layer = .x224
        attempt.reached = .x224
        let layer: NegotiationLayer
        do {
            layer = try NegotiationLayer(
                requesting: variant.requested, cookie: variant.sendsCookie ? NegotiationLayer.cookie : nil)
        } catch {
            attempt.failure = .ourFault(.other)
            return
        }
        let negotiation = await layer.probe(connection, of: server)
        attempt.negotiation = negotiation.facts
        attempt.failure = negotiation.failure
        guard let offer = variant.offer, negotiation.failure == nil, let selected = negotiation.facts?.selected,
            selected != .standard
        else { return }
        connection.trace.layer = .tls
        attempt.reached = .tls
        let sighting = await greet(
            connection, offer, serverName: variant.sendsServerName ? TLSLayer.serverName(of: server) : nil)
        attempt.tls = sighting.facts
        attempt.failure = sighting.failure
    }

    private func greet(
        _ connection: Connection, _ offer: HandshakeVariant.Offer, serverName: String?
    ) async -> Sighting<TLSFacts> {
        // Nothing may follow the confirm in the clear before the ClientHello is answered.
        let plaintext = connection.unread
        guard plaintext.isEmpty else {
            return TLSFacts.read(plaintext: plaintext, ending: connection.ending, closer: connection.closer)
        }
        let name = serverName.map { "SNI \($0)" } ?? "without SNI"
        connection.trace.tell(.began("offering \(offer.words), \(name)"))
        var generator = SystemRandomNumberGenerator()
        do {
            let record = try VariantOffer.record(of: offer, serverName: serverName, using: &generator)
            var exchange = HelloExchange(connection)
            let sighting = await exchange.perform(record)
            exchange.takeLeave()
            return sighting
        } catch {
            return Sighting(facts: nil, failure: .ourFault(.other))
        }
    }
}

extension ServerSnapshot {
    /// The address that a variant is tried at, the first of its family; nil when there is none.
    ///
    /// One only, however many the name has: each variant is one connection, let in by the limits of its neighbourhood.
    func address(for variant: HandshakeVariant) -> IPAddress? {
        let known = dns?.facts?.addresses ?? []
        guard let family = variant.family else { return tcp?.facts?.peer?.address ?? known.first }
        return known.first { $0.isIPv6 == (family == .ipv6) }
    }
}
