/// One thing that this program did to somebody's server, for whoever has to match it with what they saw.
package struct AuditEntry: Sendable, Hashable {
    /// What it was for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The regular connection of a cycle.
        case probe
        /// The connection that offers TLS alone.
        case companion
        /// A connection that asks otherwise, to explain a failure.
        case variant
        /// RDP-UDP datagrams.
        case udp
        /// A connection to a gateway.
        case gateway
        /// DTLS datagrams to a gateway.
        case dtls
    }

    /// When it began.
    package var at: Instant
    /// The server or gateway by its name and port in the fleet.
    package var target: String
    /// What it was for.
    package var kind: Kind
    /// Where the packets went.
    package var peer: SocketEndpoint
    /// Our end; nil when the system never gave one, as for a connection that was not made.
    package var local: SocketEndpoint?
    /// The last layer that was tried.
    package var depth: Layer
    /// Why the first layer that failed did; nil when none did.
    package var result: LayerFailure?

    /// Creates an entry.
    package init(
        at: Instant, target: String, kind: Kind, peer: SocketEndpoint, local: SocketEndpoint? = nil, depth: Layer,
        result: LayerFailure? = nil
    ) {
        self.at = at
        self.target = target
        self.kind = kind
        self.peer = peer
        self.local = local
        self.depth = depth
        self.result = result
    }
}

extension AuditEntry {
    /// The connections of one probe of a server, those that came to nothing included.
    ///
    /// - Parameter snapshot: Of that probe alone, with nothing carried on from an earlier one.
    /// - Returns: One entry for each address that was tried, in order.
    package static func entries(of snapshot: ServerSnapshot) -> [AuditEntry] {
        entries(
            of: snapshot.tcp, at: snapshot.began, target: snapshot.server.text, kind: .probe,
            above: [.x224, .tls, .certificate, .nla], outcome: snapshot.outcome)
    }

    /// The connections and datagrams of one probe of a gateway.
    ///
    /// - Parameters:
    ///   - snapshot: Of that probe alone, with nothing carried on from an earlier one.
    ///   - gateway: For its name and port.
    /// - Returns: One entry for each address that was tried, in order, and one for the datagrams.
    package static func entries(of snapshot: GatewaySnapshot, _ gateway: Gateway) -> [AuditEntry] {
        let target = "\(gateway.host):\(gateway.port)"
        let connections = entries(
            of: snapshot.tcp, at: snapshot.began, target: target, kind: .gateway,
            above: [.tls, .certificate, .gateway], outcome: snapshot.outcome)
        guard let dtls = snapshot.dtls, let facts = dtls.facts else { return connections }
        let datagrams = AuditEntry(
            at: snapshot.began, target: target, kind: .dtls, peer: facts.peer, depth: .udp, result: dtls.failure)
        return connections + [datagrams]
    }

    private static func entries(
        of tcp: Observation<TCPFacts>?, at began: Instant, target: String, kind: Kind, above: [Layer],
        outcome: (Layer) -> LayerOutcome?
    ) -> [AuditEntry] {
        (tcp?.facts?.attempts ?? []).map { attempt in
            var entry = AuditEntry(
                at: began, target: target, kind: kind, peer: attempt.peer, depth: .tcp, result: attempt.failure)
            guard attempt.failure == nil else { return entry }
            entry.local = tcp?.facts?.local
            for layer in above {
                guard let outcome = outcome(layer) else { continue }
                entry.depth = layer
                entry.result = entry.result ?? outcome.failure
            }
            return entry
        }
    }
}
