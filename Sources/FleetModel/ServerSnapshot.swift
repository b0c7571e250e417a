/// Everything that was last seen of one server, layer by layer; nil where a layer was not tried.
///
/// Most of it is of one probe. What is not looked at every time (NLA, UDP, the companion connection, variants) is carried
/// on from an earlier one, and its `at` says of which time it is.
package struct ServerSnapshot: Sendable, Hashable, Codable {
    /// Which server.
    package var server: Server.ID
    /// When the probe began.
    package var began: Instant
    /// When it ended.
    package var ended: Instant
    /// Its addresses, and how they were found.
    @Boxed package var dns: Observation<DNSFacts>?
    /// The last echoes.
    @Boxed package var ping: Observation<PingFacts>?
    /// The connections that were tried.
    @Boxed package var tcp: Observation<TCPFacts>?
    /// The X.224 connection request and its answer, where the security protocol is negotiated.
    @Boxed package var x224: Observation<NegotiationFacts>?
    /// The TLS handshake.
    @Boxed package var tls: Observation<TLSFacts>?
    /// The certificates of that handshake, examined.
    @Boxed package var certificate: Observation<CertificateFacts>?
    /// The certificate that an earlier probe saw last; nil while this one has seen one itself, and when none ever did.
    @Boxed package var earlierCertificate: Observation<CertificateFacts>?
    /// The server's answer to the first message of CredSSP.
    @Boxed package var nla: Observation<NLAFacts>?
    /// The answer to an RDP-UDP SYN.
    @Boxed package var udp: Observation<UDPFacts>?
    /// The X.224 exchange of the companion connection, which offers TLS alone.
    @Boxed package var companion: Observation<NegotiationFacts>?
    /// What DNS says of the name of a server whose address the fleet file gives, so that the probe had no need to ask.
    @Boxed package var nameCheck: Observation<DNSFacts>?
    /// When that last led to an address; nil when it never did since the program started.
    package var lastNamed: Instant?
    /// A connection to the address at which it last answered, made when its name no longer led to any.
    @Boxed package var lastAddressCheck: Observation<TCPFacts>?
    /// What asking otherwise showed, when a layer had failed; in the order in which it was tried.
    package var variants: [VariantAttempt]
    /// Whether it may have blocked us: it answered before, is silent now, and its ping or its neighbours answer.
    package var possiblyBlockedHere: Bool
    /// How it was last reached since the program started, with this probe or an earlier one; nil when it never was.
    package var lastReach: LastReach?
    /// How many probes in a row, this one included, ended in a failed layer; 0 after one that did not.
    package var consecutiveFailures: Int
    /// How many probes have been made since the program started.
    package var probes: Int
    /// What is remembered of the probes since then.
    package var sinceStart: SinceStart

    /// Creates a snapshot; layers left out were not tried.
    package init(
        server: Server.ID, began: Instant, ended: Instant, dns: Observation<DNSFacts>? = nil,
        ping: Observation<PingFacts>? = nil, tcp: Observation<TCPFacts>? = nil,
        x224: Observation<NegotiationFacts>? = nil, tls: Observation<TLSFacts>? = nil,
        certificate: Observation<CertificateFacts>? = nil, nla: Observation<NLAFacts>? = nil,
        udp: Observation<UDPFacts>? = nil, companion: Observation<NegotiationFacts>? = nil,
        nameCheck: Observation<DNSFacts>? = nil, lastNamed: Instant? = nil,
        lastAddressCheck: Observation<TCPFacts>? = nil,
        variants: [VariantAttempt] = [], possiblyBlockedHere: Bool = false, lastReach: LastReach? = nil,
        consecutiveFailures: Int = 0, probes: Int = 1, sinceStart: SinceStart? = nil
    ) {
        self.server = server
        self.began = began
        self.ended = ended
        self.dns = dns
        self.ping = ping
        self.tcp = tcp
        self.x224 = x224
        self.tls = tls
        self.certificate = certificate
        self.nla = nla
        self.udp = udp
        self.companion = companion
        self.nameCheck = nameCheck
        self.lastNamed = lastNamed
        self.lastAddressCheck = lastAddressCheck
        self.variants = variants
        self.possiblyBlockedHere = possiblyBlockedHere
        self.lastReach = lastReach
        self.consecutiveFailures = consecutiveFailures
        self.probes = probes
        self.sinceStart = sinceStart ?? SinceStart(began: began)
    }

    /// How many probes in a row must fail before the server is down; fewer may be an accident of the network.
    package static let confirmingFailures = 2

    /// How a layer's last try ended; nil when it was not tried.
    package func outcome(of layer: Layer) -> LayerOutcome? {
        switch layer {
        case .dns: dns?.outcome
        case .ping: ping?.outcome
        case .tcp: tcp?.outcome
        case .x224: x224?.outcome
        case .tls: tls?.outcome
        case .certificate: certificate?.outcome
        case .nla: nla?.outcome
        case .udp: udp?.outcome
        // A gateway has a snapshot of its own, which all servers behind it share.
        case .gateway: nil
        }
    }

    /// The first layer that failed, in the ladder's order, with its failure.
    ///
    /// Ping and UDP do not count: many networks let neither pass, and users connect all the same. Nor does a silent
    /// name server when the addresses of an earlier answer were there to go on with.
    package var firstFailure: (layer: Layer, failure: LayerFailure)? {
        for layer in Layer.allCases where layer != .ping && layer != .udp {
            if layer == .dns, dns?.facts?.isStale == true { continue }
            if let failure = outcome(of: layer)?.failure { return (layer, failure) }
        }
        return nil
    }

    /// Whether the server chose standard RDP security, which has no TLS, no certificate and no NLA.
    package var usesStandardSecurity: Bool {
        guard let observation = x224, let facts = observation.facts else { return false }
        return observation.failure == nil && facts.selected == .standard
    }

    /// Whether the server insists on NLA; nil when that is not known.
    ///
    /// What the regular connection selected tells whether NLA is there, the companion whether it can be left out.
    package var nlaRequirement: NLARequirement? {
        guard x224?.failure == nil, let selected = x224?.facts?.selected else { return nil }
        guard !selected.isDisjoint(with: [.hybrid, .hybridEx]) else { return .absent }
        switch companion?.facts?.answer {
        case .refused(code: 5): return .required
        case .selected(let chosen, _) where chosen.isDisjoint(with: [.hybrid, .hybridEx]): return .offered
        case .selected, .refused, .withoutNegotiation, .foreign, .malformed, .nothing, nil: return nil
        }
    }
}
