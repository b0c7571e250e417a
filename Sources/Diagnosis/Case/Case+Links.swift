import FleetModel

extension Case {
    /// The tunnel through which the server was last reached, when packets to it now leave through none and come to
    /// nothing; nil when there was none, or there is one still.
    var lostTunnel: (tunnel: LocalLink, reach: LastReach)? {
        guard let reach = snapshot?.lastReach, let tunnel = reach.link, tunnel.kind == .tunnel,
            let tcp = snapshot?.tcp, let failure = tcp.failure, failure.mayBeTheWay
        else { return nil }
        // A tunnel that is made again may come with another number, and another tunnel may be another way.
        guard tcp.facts?.link?.kind != .tunnel else { return nil }
        return (tunnel, reach)
    }

    /// The way to a server that is silent, when it ends in a subnet of ours that may not be the server's: one of
    /// containers or virtual machines, or one of addresses that many networks use.
    ///
    /// A server that has answered from there stands there, and one that refuses is one.
    var overlappingLink: LocalLink? {
        guard let tcp = snapshot?.tcp, tcp.failure == .timedOut || tcp.failure == .unreachable(.host),
            let link = tcp.facts?.link, let subnet = link.subnet, let peer = tcp.facts?.attempts.last?.peer.address,
            subnet.contains(peer), snapshot?.lastReach?.link?.subnet != subnet, !answersPing
        else { return nil }
        switch link.kind {
        case .bridge: return link
        case .other: return peer.isPrivate ? link : nil
        case .loopback, .tunnel: return nil
        }
    }
}

extension LayerFailure {
    /// Whether packets that go the wrong way come to such an end.
    fileprivate var mayBeTheWay: Bool {
        switch self {
        case .timedOut, .unreachable, .refused: true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .reset, .closed, .ourFault, .negotiationRefused,
            .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate,
            .securityError, .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }
}
