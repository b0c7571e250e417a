import FleetModel

/// Certificate: what the chain that the server presented says, and how it relates to the name users type.
///
/// Needs no byte more from the server. It finds; whether what it finds is a fault is not its business.
struct CertificateLayer: ConnectionLayer {
    let layer = Layer.certificate
    var place: WritableKeyPath<ServerSnapshot, Observation<CertificateFacts>?> { \.certificate }

    private let examiners: CertificateExaminers

    init(_ examiners: CertificateExaminers) {
        self.examiners = examiners
    }

    /// A chain that came is worth reading even when the handshake failed after it.
    func isReachable(over connection: Connection, after snapshot: ServerSnapshot) -> Bool {
        connection.chain != nil
    }

    func probe(_ connection: Connection, of server: Server) async -> Sighting<CertificateFacts> {
        guard let chain = connection.chain?.certificates, !chain.isEmpty else {
            return Sighting(facts: nil, failure: .certificate(.unreadable))
        }
        connection.trace.tell(.began("reading \(chain.count) of the server's certificates"))
        let facts = await examiners.examiner(for: server.policy)
            .examine(chain: chain, askedFor: server.name, pin: server.policy.pin)
        let isUnreadable = facts?.isUnreadable ?? true
        return Sighting(facts: facts, failure: isUnreadable ? .certificate(.unreadable) : nil)
    }
}

extension CertificateFacts {
    /// Whether nothing could be read of the server's own certificate.
    fileprivate var isUnreadable: Bool {
        problems.contains(.unreadable) && leaf.notBefore == nil && leaf.notAfter == nil && leaf.issuer.isEmpty
    }
}
