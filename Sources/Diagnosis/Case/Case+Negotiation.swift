import FleetModel

extension Case {
    /// The first line of an answer in text, short and plain; nil when there is none.
    var banner: String? {
        guard let banner = negotiation?.banner, !banner.isEmpty else { return nil }
        return plain(CleanText.clean(banner), limit: 29)
    }

    /// The protocol that the server chose in a negotiation that passed and that offered NLA.
    var chosenProtocol: SecurityProtocols? {
        guard let facts = negotiation, failure(at: .x224) == nil, facts.requested.contains(.hybrid) else { return nil }
        return facts.selected
    }

    /// Whether bytes of an answer to the Connection Request came, though never a whole one.
    var hasPartialAnswer: Bool { !(negotiation?.firstBytes.isEmpty ?? true) }

    /// Whether the peer ended the connection, in order or not, when an answer to the Connection Request was due.
    var isCutInX224: Bool {
        failure(at: .x224) == .closed || failure(at: .x224) == .reset
    }

    /// Whether the peer ended the connection in the TLS handshake, in order or not, without an alert.
    var isCutInTLS: Bool {
        failure(at: .tls) == .closed || failure(at: .tls) == .reset
    }

    /// Whether bytes came in the TLS handshake that are not TLS.
    var isNotTLS: Bool {
        if failure(at: .tls) == .malformed { return true }
        guard case .notRDP = failure(at: .tls) else { return false }
        return true
    }
}

extension SecurityProtocols {
    /// Whether this choice means NLA.
    var offersNLA: Bool { !isDisjoint(with: [.hybrid, .hybridEx]) }
}
