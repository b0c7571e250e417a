import FleetModel

/// What a gateway's rule looks at: a gateway, what was seen of it, and the moment of judging.
struct GatewayCase: Sendable {
    let gateway: Gateway
    /// The last probe; nil when there is none.
    let snapshot: GatewaySnapshot?
    let now: Instant
    /// The part of the climb that is the same as that to a server, so that the rules of servers can look at it: names,
    /// TCP, TLS and certificate.
    let climb: Case

    init(gateway: Gateway, snapshot: GatewaySnapshot?, ourSide: OurSideState = .fine, now: Instant) {
        self.gateway = gateway
        self.snapshot = snapshot
        self.now = now
        let server = Server(
            name: gateway.host, port: gateway.port, address: gateway.address, policy: gateway.policy)
        // Nothing renews a gateway's certificate by itself, whatever its shape.
        climb = Case(
            server: server, snapshot: snapshot.map { ServerSnapshot($0, of: server.id) },
            ourSide: ourSide, now: now, renewsCertificate: false)
    }

    /// The answer to RDG_OUT_DATA, of this probe.
    var transport: HTTPFacts? { transportObservation?.facts }

    /// Why the HTTP transport failed; nil when it passed or was not tried, or the way there fails.
    var transportFailure: LayerFailure? { transportObservation?.failure }

    /// Whether the HTTP transport answers as that of a gateway.
    var transportPasses: Bool { transportObservation.map { $0.failure == nil } ?? false }

    /// The error that the service behind the answer has; nil when the failure is another.
    var serverError: UInt16? {
        guard otherApplication == nil, case .serverError(let status) = transportFailure else { return nil }
        return status
    }

    /// Why a failure says too little of the gateway, in a clause; nil when this machine was fine, or cannot explain it.
    var doubt: String? {
        if let doubt = climb.doubt { return doubt }
        guard case .overloaded = climb.ourSide, transportFailure == .timedOut else { return nil }
        return "this machine cannot keep up"
    }

    /// The first failure of a layer that users need and of which no other rule knows what it means there.
    var unfamiliarFailure: (layer: Layer, failure: LayerFailure)? {
        if let unfamiliar = climb.unfamiliarFailure { return unfamiliar }
        guard let failure = transportFailure, failure.letter != nil, !isFamiliar(failure) else { return nil }
        return (.gateway, failure)
    }

    /// Whether another rule says what a failure of the transport means.
    private func isFamiliar(_ failure: LayerFailure) -> Bool {
        if otherApplication != nil { return true }
        switch answerClass {
        case .notHere, .methodRefused, .proxyLogOn, .serverError, .page: return true
        case .other, nil: break
        }
        switch failure {
        case .timedOut, .closed, .reset, .serverError: return true
        case .blocked: return transport?.status == nil
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .refused, .unreachable, .ourFault,
            .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld,
            .handshakeFailed, .certificate, .securityError, .notAGateway, .accessDenied:
            return false
        }
    }

    /// The names that commands are filled with.
    var names: RemedyNames { RemedyNames(server: gateway.host, port: gateway.port, gateway: gateway.host) }

    /// When what is known of a layer was seen; of the whole probe when it was not tried; nil before the first.
    func time(of layer: Layer) -> Instant? { snapshot?.outcome(of: layer)?.at ?? snapshot?.ended }

    private var transportObservation: Observation<HTTPFacts>? {
        climb.failure(at: .tcp) == nil && climb.failure(at: .tls) == nil ? snapshot?.transport : nil
    }

    /// The first fault of this machine, with the layer where it stopped the probe; the DTLS port does not count.
    var ourFault: (layer: Layer, fault: OurFault)? {
        if let fault = climb.ourFault { return fault }
        guard case .ourFault(let fault) = snapshot?.transport?.failure else { return nil }
        return (.gateway, fault)
    }
}

extension ServerSnapshot {
    /// The layers of a gateway that a server has, too.
    fileprivate init(_ snapshot: GatewaySnapshot, of id: Server.ID) {
        self.init(
            server: id, began: snapshot.began, ended: snapshot.ended, dns: snapshot.dns, tcp: snapshot.tcp,
            tls: snapshot.tls, certificate: snapshot.certificate, consecutiveFailures: snapshot.consecutiveFailures,
            probes: snapshot.probes, sinceStart: snapshot.sinceStart)
    }
}
