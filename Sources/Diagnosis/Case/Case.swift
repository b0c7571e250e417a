import FleetModel

/// What a rule looks at: a server, what was seen of it, and the moment of judging.
struct Case: Sendable {
    let server: Server
    /// The last probe; nil when there is none, or none on a path that users take.
    let snapshot: ServerSnapshot?
    /// The gateway in front of it and what that is judged to be; nil when there is none, or none that is known.
    let gateway: GatewayStatus?
    /// How this machine was when the probe was made.
    let ourSide: OurSideState
    let now: Instant
    /// Whether the machine renews a self-signed certificate by itself, as the Remote Desktop service of Windows does.
    let renewsCertificate: Bool
    /// Why each layer failed, by its place in the ladder: the rules ask some hundreds of times, and a snapshot is large.
    private let failures: [LayerFailure?]

    init(
        server: Server, snapshot: ServerSnapshot?, gateway: GatewayStatus? = nil,
        ourSide: OurSideState = .fine, now: Instant, renewsCertificate: Bool = true
    ) {
        self.server = server
        self.snapshot = snapshot
        self.gateway = gateway
        self.ourSide = ourSide
        self.now = now
        self.renewsCertificate = renewsCertificate
        failures = Layer.allCases.map { snapshot?.outcome(of: $0)?.failure }
    }

    /// Why a layer failed; nil when it passed or was not tried.
    func failure(at layer: Layer) -> LayerFailure? {
        failures[layer.index]
    }

    /// Whether a layer ended by a fault on this machine.
    func isOurFault(at layer: Layer) -> Bool {
        guard case .ourFault = failure(at: layer) else { return false }
        return true
    }

    /// Whether every layer that this one needs has passed, so that what is known of it is not of another time.
    func isReached(_ layer: Layer) -> Bool {
        var need = layer.need
        while let layer = need {
            if failure(at: layer) != nil, !(layer == .dns && usesStaleAddresses) { return false }
            need = layer.need
        }
        return true
    }

    /// Whether an address stands where a name would have to be resolved.
    var needsNoName: Bool {
        server.address != nil || IPAddress(server.resolvedName) != nil || snapshot?.dns?.facts?.source == .literal
    }

    /// Whether a failed resolution left addresses of an earlier answer, so that the probe went on.
    var usesStaleAddresses: Bool {
        snapshot?.dns?.facts?.isStale ?? false
    }

    /// What the X.224 exchange showed.
    var negotiation: NegotiationFacts? { snapshot?.x224?.facts }

    /// What the TLS handshake showed.
    var handshake: TLSFacts? { snapshot?.tls?.facts }

    /// What the certificate says.
    var certificate: CertificateFacts? { snapshot?.certificate?.facts }

    /// How long the certificate is valid from now; negative past its end; nil when that is not known.
    var certificateLeft: Span? {
        certificate?.leaf.notAfter.map { $0 - now }
    }

    /// `TCP 3389` with the server's own port.
    var tcpPort: String { "TCP \(server.port)" }

    /// The names that commands are filled with.
    var names: RemedyNames { RemedyNames(server: server.name, port: server.port, gateway: gateway?.gateway.host) }

    /// When what is known of a layer was seen; of the whole probe when the layer was not tried; nil before the first.
    func time(of layer: Layer) -> Instant? {
        if layer == .gateway { return gateway?.snapshot?.ended ?? snapshot?.ended }
        return snapshot?.outcome(of: layer)?.at ?? snapshot?.ended
    }
}
