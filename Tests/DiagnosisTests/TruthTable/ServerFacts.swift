import Diagnosis
import FleetModel
import TestSupport

/// What is known of one server, with a short word for each way in which it can be broken.
///
/// A layer that fails takes away what comes after it, as in a probe.
struct ServerFacts: Judged {
    var server = LayerSample.healthy.server
    var snapshot: ServerSnapshot = LayerSample.healthy.snapshot
    var gateway: GatewayStatus?
    var ourSide = OurSideState.fine

    static let healthy = ServerFacts()

    var judgement: Judgement { judge(snapshot, of: server, gateway: gateway, ourSide: ourSide, now: SampleFleet.now) }

    var names: RemedyNames { RemedyNames(server: server.name, port: server.port, gateway: gateway?.gateway.host) }

    /// Why names are not resolved.
    var dns: LayerFailure? {
        get { snapshot.dns?.failure }
        set { fail(at: .dns, newValue) }
    }

    /// Why the port cannot be connected to.
    var tcp: LayerFailure? {
        get { snapshot.tcp?.failure }
        set { fail(at: .tcp, newValue) }
    }

    /// Why the X.224 exchange fails.
    var x224: LayerFailure? {
        get { snapshot.x224?.failure }
        set { fail(at: .x224, newValue) }
    }

    /// Why the TLS handshake fails; without a ServerHello.
    var tls: LayerFailure? {
        get { snapshot.tls?.failure }
        set { fail(at: .tls, newValue) }
    }

    /// Why CredSSP fails.
    var nla: LayerFailure? {
        get { snapshot.nla?.failure }
        set {
            snapshot.nla = SampleFleet.seen(NLAFacts(answer: .nothing), 9_000)
            snapshot.nla?.failure = newValue
        }
    }

    /// Why RDP-UDP fails.
    var udp: LayerFailure? {
        get { snapshot.udp?.failure }
        set {
            let facts = UDPFacts(peer: SampleFleet.endpoint("10.20.4.7"), requested: .two, datagrams: 2)
            snapshot.udp = SampleFleet.seen(facts, 2_000_000)
            snapshot.udp?.failure = newValue
        }
    }

    /// How many of twenty echoes came back.
    var echoes: Int {
        get { snapshot.ping?.facts?.received ?? 0 }
        set {
            snapshot.ping?.failure = newValue == 0 ? .timedOut : nil
            snapshot.ping?.facts?.received = newValue
            snapshot.ping?.facts?.unanswered = newValue == 0 ? 20 : 0
        }
    }

    /// What the server said to the Connection Request.
    var negotiation: NegotiationFacts {
        get { snapshot.x224?.facts ?? SampleFleet.confirm(.hybridEx) }
        set { snapshot.x224?.facts = newValue }
    }

    /// The version of TLS that was negotiated.
    var tlsVersion: UInt16 {
        get { snapshot.tls?.facts?.version ?? 0 }
        set { snapshot.tls = SampleFleet.seen(SampleFleet.handshake(newValue), 9_000) }
    }

    /// The certificate; by default of the corporate authority.
    var certificate: CertificateFacts {
        get { snapshot.certificate?.facts ?? SampleFleet.corporateCertificate(for: server.name) }
        set { snapshot.certificate = SampleFleet.seen(newValue, 900) }
    }

    /// What the server says of itself in CredSSP.
    var credSSP: NLAFacts {
        get { snapshot.nla?.facts ?? NLAFacts(answer: .nothing) }
        set { snapshot.nla?.facts = newValue }
    }

    /// The certificate that Windows makes for itself, with this long to live.
    mutating func useOwnCertificate(left: Span = .days(121)) {
        certificate = SampleFleet.windowsCertificate(for: server.name, left: left)
    }

    /// The certificate has nothing that fits the name.
    mutating func useCertificate(of name: String) {
        certificate.leaf.subject = "CN=\(name)"
        certificate.leaf.commonName = name
        certificate.leaf.dnsNames = [name]
        certificate.nameMatch = .none
        certificate.problems = [.nameMismatch]
    }

    /// RDP_NEG_FAILURE with a code.
    mutating func refuse(_ code: UInt32) {
        x224 = .negotiationRefused(code)
        negotiation = SampleFleet.refusal(code)
    }

    /// Something other than RDP answers the Connection Request.
    mutating func answer(in other: ForeignProtocol, _ banner: String? = nil) {
        x224 = .notRDP(other)
        negotiation.answer = .foreign(other)
        negotiation.banner = banner
        negotiation.firstBytes = banner.map { Array($0.utf8.prefix(64)) } ?? [0x15, 0x03, 0x01]
    }

    /// What asking otherwise showed of the layer that failed: nil where it passed.
    mutating func asked(_ variant: HandshakeVariant, _ result: LayerFailure? = nil) {
        guard let (layer, failure) = snapshot.firstFailure else { return }
        snapshot.variants.append(
            VariantAttempt(
                variant: variant, reason: failure, reasonLayer: layer, reached: layer, failure: result,
                negotiation: SampleFleet.confirm(.hybrid),
                tls: layer == .tls && result == nil ? TLSFacts(version: 0x0303, bytesReceived: 900) : nil,
                microseconds: 21_000, at: SampleFleet.probed))
    }

    /// A second address of the same name, which failed before the one that answered.
    mutating func addAddress(_ text: String, failing failure: LayerFailure) {
        let dead = TCPFacts.Attempt(
            peer: SampleFleet.endpoint(text), failure: failure, microseconds: 3_000_000)
        snapshot.tcp?.facts?.attempts.insert(dead, at: 0)
    }

    /// Users come over this path, and the gateway is like that.
    mutating func take(_ path: AccessPath, _ health: LayerSample.GatewayHealth) {
        server.path = path
        server.gateway = "rdgw-fra-1"
        gateway = health.status
    }

    /// Port and ping answered an hour ago, over this way out of our machine.
    mutating func answeredBefore(
        at address: String = "10.20.4.7", through link: LocalLink = LocalLink(interface: "eth0", kind: .other)
    ) {
        snapshot.lastReach = LastReach(
            at: SampleFleet.probed - .hours(1), address: SampleFleet.ipAddress(address), link: link, answeredPing: true)
    }

    /// CredSSP answers with an error code.
    mutating func answersCredSSP(with status: UInt32) {
        nla = .securityError(status)
        credSSP.answer = .errorCode(status)
    }

    /// The fleet file gives its address, and its name leads to these.
    mutating func isGivenByAddress(nameLeadsTo addresses: [String], failing failure: LayerFailure? = nil) {
        server = Server(name: server.name, address: SampleFleet.ipAddress("10.20.4.7"))
        snapshot.dns?.facts?.source = .literal
        let facts = DNSFacts(name: server.name, addresses: addresses.map(SampleFleet.ipAddress), source: .query)
        snapshot.nameCheck = Observation(facts: facts, failure: failure, microseconds: 900, at: SampleFleet.probed)
    }

    /// A connection to the address that its name led to before came to this; nil when it was accepted.
    mutating func oldAddressAnswers(with failure: LayerFailure?) {
        answeredBefore()
        let attempt = TCPFacts.Attempt(
            peer: SampleFleet.endpoint("10.20.4.7"), failure: failure, microseconds: 1_200)
        snapshot.lastAddressCheck = Observation(
            facts: TCPFacts(attempts: [attempt]), failure: failure, microseconds: 1_200, at: SampleFleet.probed)
    }

    /// Packets to its address go into a network that exists on this machine alone.
    mutating func isInOurSubnet() {
        let subnet = Subnet(of: SampleFleet.ipAddress("10.20.4.0"), prefixLength: 24)
        snapshot.tcp?.facts?.link = LocalLink(interface: "docker0", kind: .bridge, subnet: subnet)
    }

    /// One certificate after another has been seen since the start, the present one for so long.
    mutating func showed(_ certificates: [Shown], apart: Span = .hours(1)) {
        snapshot = LayerSample.story("", "", .ok, nil, certificates, apart: apart).snapshot
    }

    /// Its probes ended like that, a minute apart: `.` passed, else the letter of the layer that stopped one.
    mutating func cameAndWent(_ outcomes: String) {
        snapshot = LayerSample.history("", outcomes, "", .ok, nil).snapshot
    }

    /// The answer to the companion connection, which offers TLS alone: the server takes it.
    mutating func takesTLSWithoutNLA() {
        snapshot.companion = SampleFleet.seen(
            NegotiationFacts(requested: .tls, answer: .selected(.tls, flags: 0x1F)), 9_000)
    }

    private mutating func fail(at layer: Layer, _ failure: LayerFailure?) {
        guard let failure else {
            self = .healthy
            return
        }
        let broken = SampleFleet.failedSnapshot(of: server, at: "10.20.4.7", layer: layer, failure)
        snapshot.dns = broken.dns
        snapshot.tcp = broken.tcp
        snapshot.x224 = broken.x224
        snapshot.tls = broken.tls
        snapshot.certificate = broken.certificate
        snapshot.consecutiveFailures = broken.consecutiveFailures
    }
}
