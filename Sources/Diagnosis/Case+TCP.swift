import FleetModel

extension Case {
    /// Attempts that failed, by whose doing: `ours` for what this machine has no way to, else for the rest.
    func failedAttempts(ours: Bool) -> [TCPFacts.Attempt] {
        let attempts = snapshot?.tcp?.facts?.attempts ?? []
        return attempts.filter { attempt in
            guard let failure = attempt.failure else { return false }
            return failure.isAboutOurNetwork == ours
        }
    }
}

extension LayerFailure {
    /// Whether a failed attempt may say more about this machine's network than about the peer.
    fileprivate var isAboutOurNetwork: Bool {
        switch self {
        case .ourFault, .unreachable(.network): true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .timedOut, .refused, .reset, .closed,
            .unreachable(.host), .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS,
            .tlsTooOld, .handshakeFailed, .certificate, .securityError, .notAGateway, .serverError, .accessDenied,
            .blocked:
            false
        }
    }
}
