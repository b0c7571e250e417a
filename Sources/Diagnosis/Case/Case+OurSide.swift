import FleetModel

extension Case {
    /// Why a failure says too little of the server, in a clause; nil when this machine was fine, or when it cannot
    /// explain the failure.
    var doubt: String? {
        guard let (layer, failure) = snapshot?.firstFailure else { return nil }
        switch ourSide {
        case .fine: return nil
        case .linkDown:
            return (layer == .dns || layer == .tcp) && failure.mayBeOurLink ? "our own link seems down" : nil
        case .resolverDown: return layer == .dns && failure == .resolverSilent ? "no name server answers us" : nil
        case .overloaded: return failure == .timedOut ? "this machine cannot keep up" : nil
        }
    }
}

extension LayerFailure {
    /// Whether a dead link on our side looks like this.
    fileprivate var mayBeOurLink: Bool {
        switch self {
        case .timedOut, .unreachable, .resolverSilent, .ourFault: true
        case .noSuchName, .noAddress, .resolverError, .refused, .reset, .closed, .negotiationRefused, .notRDP,
            .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate, .securityError,
            .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }
}
