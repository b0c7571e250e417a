/// Everything a probe saw of one server, layer by layer; nil where a layer was not tried.
package struct ServerSnapshot: Sendable, Hashable, Codable {
    /// Which server.
    package var server: Server.ID
    /// When the probe began.
    package var began: Instant
    /// When it ended.
    package var ended: Instant
    /// Its addresses, and how they were found.
    package var dns: Observation<DNSFacts>?
    /// The connections that were tried.
    package var tcp: Observation<TCPFacts>?
    /// The X.224 connection request and its answer, where the security protocol is negotiated.
    package var x224: Observation<NegotiationFacts>?
    /// The TLS handshake.
    package var tls: Observation<TLSFacts>?
    /// The certificates of that handshake, examined.
    package var certificate: Observation<CertificateFacts>?
    /// How many probes in a row, this one included, ended in a failed layer; 0 after one that did not.
    package var consecutiveFailures: Int
    /// How many probes have been made since the program started.
    package var probes: Int

    /// Creates a snapshot; layers left out were not tried.
    package init(
        server: Server.ID, began: Instant, ended: Instant, dns: Observation<DNSFacts>? = nil,
        tcp: Observation<TCPFacts>? = nil, x224: Observation<NegotiationFacts>? = nil,
        tls: Observation<TLSFacts>? = nil, certificate: Observation<CertificateFacts>? = nil,
        consecutiveFailures: Int = 0, probes: Int = 1
    ) {
        self.server = server
        self.began = began
        self.ended = ended
        self.dns = dns
        self.tcp = tcp
        self.x224 = x224
        self.tls = tls
        self.certificate = certificate
        self.consecutiveFailures = consecutiveFailures
        self.probes = probes
    }

    /// How many probes in a row must fail before the server is down; fewer may be an accident of the network.
    package static let confirmingFailures = 2

    /// How a layer's last try ended; nil when it was not tried.
    package func outcome(of layer: Layer) -> LayerOutcome? {
        switch layer {
        case .dns: dns?.outcome
        case .tcp: tcp?.outcome
        case .x224: x224?.outcome
        case .tls: tls?.outcome
        case .certificate: certificate?.outcome
        // Not measured yet, and so unknown.
        case .ping, .nla, .udp, .gateway: nil
        }
    }

    /// The first layer that failed, in the ladder's order, with its failure.
    package var firstFailure: (layer: Layer, failure: LayerFailure)? {
        for layer in Layer.allCases {
            if let failure = outcome(of: layer)?.failure { return (layer, failure) }
        }
        return nil
    }

    /// Whether the server chose standard RDP security, which has no TLS, no certificate and no NLA.
    package var usesStandardSecurity: Bool {
        guard let observation = x224, let facts = observation.facts else { return false }
        return observation.failure == nil && facts.selected == .standard
    }
}
