/// Everything a probe saw of one RD Gateway, layer by layer; nil where a layer was not tried.
package struct GatewaySnapshot: Sendable, Hashable, Codable {
    /// Which gateway, by its name in the fleet.
    package var gateway: Gateway.ID
    /// When the probe began.
    package var began: Instant
    /// When it ended.
    package var ended: Instant
    /// Its addresses, and how they were found.
    @Boxed package var dns: Observation<DNSFacts>?
    /// The connections that were tried.
    @Boxed package var tcp: Observation<TCPFacts>?
    /// The TLS handshake.
    @Boxed package var tls: Observation<TLSFacts>?
    /// The certificates of that handshake, examined.
    @Boxed package var certificate: Observation<CertificateFacts>?
    /// The answer to RDG_OUT_DATA, which decides whether the gateway works.
    @Boxed package var transport: Observation<HTTPFacts>?
    /// The answer to the same with an upgrade to WebSocket.
    @Boxed package var webSocket: Observation<HTTPFacts>?
    /// The answer to RPC_OUT_DATA, which only old clients need.
    @Boxed package var rpc: Observation<HTTPFacts>?
    /// The DTLS port.
    @Boxed package var dtls: Observation<DTLSFacts>?
    /// The issuer of the certificate that was seen the last time it differed from now; nil when it never did.
    package var earlierIssuer: String?
    /// Whether an earlier certificate led to an authority that is trusted here, and this one does not.
    package var hasLostTrust: Bool
    /// How many probes in a row, this one included, ended in a failed layer; 0 after one that did not.
    package var consecutiveFailures: Int
    /// How many probes have been made since the program started.
    package var probes: Int
    /// What is remembered of the probes since then.
    package var sinceStart: SinceStart

    /// Creates a snapshot; layers left out were not tried.
    package init(
        gateway: Gateway.ID, began: Instant, ended: Instant, dns: Observation<DNSFacts>? = nil,
        tcp: Observation<TCPFacts>? = nil, tls: Observation<TLSFacts>? = nil,
        certificate: Observation<CertificateFacts>? = nil, transport: Observation<HTTPFacts>? = nil,
        webSocket: Observation<HTTPFacts>? = nil, rpc: Observation<HTTPFacts>? = nil,
        dtls: Observation<DTLSFacts>? = nil, earlierIssuer: String? = nil, hasLostTrust: Bool = false,
        consecutiveFailures: Int = 0, probes: Int = 1, sinceStart: SinceStart? = nil
    ) {
        self.gateway = gateway
        self.began = began
        self.ended = ended
        self.dns = dns
        self.tcp = tcp
        self.tls = tls
        self.certificate = certificate
        self.transport = transport
        self.webSocket = webSocket
        self.rpc = rpc
        self.dtls = dtls
        self.earlierIssuer = earlierIssuer
        self.hasLostTrust = hasLostTrust
        self.consecutiveFailures = consecutiveFailures
        self.probes = probes
        self.sinceStart = sinceStart ?? SinceStart(began: began)
    }

    /// How the last try of a layer ended: `udp` is the DTLS port, `gateway` the HTTP transport; nil when it was not tried.
    package func outcome(of layer: Layer) -> LayerOutcome? {
        switch layer {
        case .dns: dns?.outcome
        case .tcp: tcp?.outcome
        case .tls: tls?.outcome
        case .certificate: certificate?.outcome
        case .udp: dtls?.outcome
        case .gateway: transport?.outcome
        // A gateway is not pinged, and speaks neither X.224 nor CredSSP itself.
        case .ping, .x224, .nla: nil
        }
    }

    /// The first layer that failed, in the order in which they are climbed; the DTLS port does not count, since clients
    /// go on without it.
    package var firstFailure: (layer: Layer, failure: LayerFailure)? {
        for layer in [Layer.dns, .tcp, .tls, .certificate, .gateway] {
            // Then the addresses of an earlier answer were there to go on with.
            if layer == .dns, dns?.facts?.isStale == true { continue }
            if let failure = outcome(of: layer)?.failure { return (layer, failure) }
        }
        return nil
    }

    /// This probe with what only the earlier ones know: the counts, facts that were not due again, and the certificate
    /// that was there before.
    /// - Parameter earlier: The same gateway's probe before this one; nil for the first.
    /// - Returns: The same facts, counted and carried on.
    package func following(_ earlier: GatewaySnapshot?) -> GatewaySnapshot {
        var snapshot = self
        snapshot.probes = (earlier?.probes ?? 0) + 1
        let failures = earlier?.consecutiveFailures ?? 0
        snapshot.consecutiveFailures =
            switch firstFailure?.failure {
            case nil: 0
            case .ourFault?: failures
            case _?: failures + 1
            }
        snapshot.sinceStart = (earlier?.sinceStart ?? sinceStart).including(
            failure: firstFailure, certificate: seenCertificate, after: earlier?.seenCertificate, at: began)
        snapshot.transport?.facts?.steadyClock(by: earlier?.transport?.facts)
        guard let earlier else { return snapshot }
        snapshot.webSocket = webSocket ?? earlier.webSocket
        snapshot.rpc = rpc ?? earlier.rpc
        snapshot.dtls = dtls ?? earlier.dtls
        snapshot.earlierIssuer = earlier.earlierIssuer
        snapshot.hasLostTrust = earlier.hasLostTrust
        guard let before = earlier.certificate?.facts, let now = certificate?.facts else {
            // The certificate of a probe that did not get as far is still the last one seen.
            snapshot.certificate = certificate ?? earlier.certificate
            return snapshot
        }
        if before.leaf.issuer != now.leaf.issuer { snapshot.earlierIssuer = before.leaf.issuer }
        let wasTrusted = before.trust.isTrusted || earlier.hasLostTrust
        snapshot.hasLostTrust = wasTrusted && !now.trust.isTrusted
        return snapshot
    }

    /// Whether this probe saw the certificate itself; otherwise an earlier one saw it last, or none ever did.
    package var showsCertificate: Bool { certificate.map { $0.facts != nil && $0.at >= began } ?? false }
}
