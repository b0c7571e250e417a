import FleetModel
import NIOCore

/// One climb of one gateway, once its addresses are known.
struct GatewayVisit {
    /// Whom to probe.
    let gateway: Gateway
    /// The probe before; nil for the first.
    let earlier: GatewaySnapshot?
    /// Connects.
    let approach: Approach
    /// The layers that a gateway has in common with a server.
    let tls: TLSLayer
    let certificates: CertificateLayer
    /// Reads the certificate of the DTLS port.
    let examiner: any CertificateExamining
    /// The longest wait for what the DTLS port says to one version.
    let flightLimit: TimeAmount
    /// For identifiers and keys.
    let random: RandomBytes
    /// Measures the time between two connections.
    let clock: any Clock<Duration>
    /// Keeps the connection within the limits of all; nil where one gateway is probed alone.
    let pass: ConnectionPass?
    /// Makes the connections, and knows event loop and trace.
    let dialer: Dialer

    private var trace: ProbeTrace { dialer.trace }
    private var now: @Sendable () -> Instant { approach.now }
    /// The gateway as the layers see it that it has in common with a server.
    private var host: Server {
        Server(name: gateway.host, port: gateway.port, address: gateway.address, policy: gateway.policy)
    }

    /// Connects and climbs; the time that the policy allows begins here.
    func climb(at endpoints: [SocketEndpoint], into snapshot: inout GatewaySnapshot) async {
        let deadline = NIODeadline.now() + .milliseconds(gateway.policy.timeout.milliseconds)
        let (tcp, connection) = await approach.dial(endpoints, by: deadline, with: dialer)
        snapshot.tcp = tcp
        guard let connection, let peer = tcp.facts?.attempts.last?.peer else { return }
        var questions: [HTTPFacts.Request] = [.transport]
        var isHeldBack = false
        await connection.within(deadline) {
            guard await pass?.connected() ?? true else {
                await connection.close()
                let fault = Task.isCancelled ? OurFault.cancelled : .heldBack
                snapshot.tls = Observation(facts: nil, failure: .ourFault(fault), microseconds: 0, at: now())
                isHeldBack = true
                return
            }
            let handshake = await shake(connection)
            snapshot.tls = handshake
            if connection.chain != nil {
                snapshot.certificate = await trace.observe(.certificate, now: now) {
                    await certificates.probe(connection, of: host)
                }
            }
            if handshake.failure == nil {
                await ask(&questions, by: deadline, over: connection, into: &snapshot)
            } else {
                questions = []
            }
            await connection.close()
        }
        // The probe is made again, and asks for everything then.
        guard !isHeldBack else { return }
        // Before what only some clients need: with a slow gateway there may be no time for both.
        await probeDTLS(of: peer, by: deadline, into: &snapshot)
        // Each takes one off the list, so that three connections are the most. What there is no time for stays due.
        while let question = questions.first, deadline > .now() {
            try? await clock.sleep(for: FailurePace.betweenConnections.duration)
            guard deadline > .now(), !Task.isCancelled else { break }
            if let failure = await reconnect(to: peer, by: deadline, asking: &questions, into: &snapshot) {
                let observation = Observation(
                    facts: HTTPFacts(request: question), failure: failure, microseconds: 0, at: now())
                snapshot[keyPath: question.place] = observation.heldBack(ifShort: deadline <= .now())
                questions.removeFirst()
            }
        }
    }

    /// Asks what is left on a new connection, as far as that stays open.
    ///
    /// - Returns: Why nothing could be asked; nil when something was.
    private func reconnect(
        to peer: SocketEndpoint, by deadline: NIODeadline, asking questions: inout [HTTPFacts.Request],
        into snapshot: inout GatewaySnapshot
    ) async -> LayerFailure? {
        let (tcp, connection) = await approach.dial([peer], by: deadline, with: dialer)
        guard let connection else { return tcp.failure ?? .ourFault(.other) }
        return await connection.within(deadline) {
            let failure = await shake(connection).failure
            if failure == nil { await ask(&questions, by: deadline, over: connection, into: &snapshot) }
            await connection.close()
            return failure
        }
    }

    private func shake(_ connection: Connection) async -> Observation<TLSFacts> {
        await trace.observe(.tls, now: now) { await tls.probe(connection, of: host) }
    }

    /// Asks one question after the other while the connection stays open; at least the first.
    ///
    /// A server may close a connection between two questions, also when it did not say so; the second then has no answer,
    /// which says nothing of it (RFC 9112, 9.3.1 and 9.6). It stays on the list, as the first of the next connection.
    private func ask(
        _ questions: inout [HTTPFacts.Request], by deadline: NIODeadline, over connection: Connection,
        into snapshot: inout GatewaySnapshot
    ) async {
        let conversation = HTTPConversation(connection)
        var isReused = false
        while let question = questions.first {
            let observation = await trace.observe(.gateway, now: now) {
                trace.tell(.began("asking for \(question.words)"))
                let answer = await conversation.ask(GatewayRequest(question, of: gateway, random: random).head)
                return HTTPFacts.read(answer, to: question, ending: connection.ending, now: now())
            }
            if isReused, observation.facts?.bytesReceived == 0, [.closed, .reset].contains(observation.failure) {
                return
            }
            questions.removeFirst()
            snapshot[keyPath: question.place] =
                question == .transport ? observation : observation.heldBack(ifShort: deadline <= .now())
            if question == .transport {
                questions += GatewayCadence.questions(snapshot, after: earlier, at: now())
            }
            guard conversation.canAsk else { return }
            isReused = true
        }
    }

    /// The DTLS port of the address that TCP has reached; clients go on without it, and so nothing else waits for it.
    ///
    /// It has the time of one flight at least: of one that is cut short, silence would say nothing.
    private func probeDTLS(
        of peer: SocketEndpoint, by deadline: NIODeadline, into snapshot: inout GatewaySnapshot
    ) async {
        guard let port = gateway.datagramPort, GatewayCadence.wantsDTLS(after: earlier, at: now()),
            deadline > .now(), !Task.isCancelled
        else { return }
        let probe = DTLSProbe(
            eventLoop: dialer.eventLoop, cancellation: dialer.cancellation, trace: trace,
            flightLimit: flightLimit, random: random, wire: dialer.wire)
        let flight = min(flightLimit, .milliseconds(gateway.policy.timeout.milliseconds))
        snapshot.dtls = await trace.observe(.udp, now: now) {
            trace.tell(.began("DTLS on UDP port \(port)"))
            var result = await probe.probe(
                SocketEndpoint(address: peer.address, port: port), serverName: TLSLayer.serverName(of: host),
                deadline: max(deadline, .now() + flight))
            if !result.chain.isEmpty {
                let facts = await examiner.examine(chain: result.chain, askedFor: gateway.host, pin: nil)
                result.facts.certificate = facts?.leaf
            }
            return Sighting(facts: result.facts, failure: result.failure)
        }
    }
}

extension Observation where Facts == HTTPFacts {
    /// What a question that came late may wait for its answer before silence says something of the gateway.
    static var fairWait: Int64 { 3_000_000 }

    /// This observation, but without a verdict when the time of the whole visit ended before the answer had its own.
    func heldBack(ifShort isOver: Bool) -> Observation {
        guard isOver, failure == .timedOut, microseconds < Self.fairWait else { return self }
        var observation = self
        observation.failure = .ourFault(.heldBack)
        return observation
    }
}

extension HTTPFacts.Request {
    /// What is asked for, in words.
    fileprivate var words: String {
        switch self {
        case .transport: "the HTTP transport"
        case .webSocket: "the WebSocket transport"
        case .rpc: "RPC over HTTP"
        }
    }
}

extension ProbeTrace {
    /// Tries a layer, measures it, and tells how it ended.
    fileprivate func observe<Facts>(
        _ layer: Layer, now: @Sendable () -> Instant, _ probe: () async -> Sighting<Facts>
    ) async -> Observation<Facts> {
        self.layer = layer
        let stopwatch = Stopwatch()
        let sighting = await probe()
        let observation = Observation(
            facts: sighting.facts, failure: sighting.failure, microseconds: stopwatch.microseconds, at: now())
        tell(.ended(observation.outcome))
        return observation
    }
}
