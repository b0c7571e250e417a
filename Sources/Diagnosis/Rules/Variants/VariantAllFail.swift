import FleetModel

extension Rule {
    /// Whatever is offered, the handshake is cut, or answered by an alert that names no cause.
    static let variantAllFail = Rule("variant-all-fail", .tls, .down, .likely) { seen in
        let attempts = seen.variants(explaining: .tls).filter { $0.reached == .tls }
        guard attempts.count >= 3, seen.failure(at: .tls)?.isOfUnusableKey == true,
            attempts.allSatisfy({ $0.failure?.isOfUnusableKey ?? false })
        else { return nil }
        return Conclusion(
            short: "refuses any TLS",
            medium: "refuses TLS whatever is offered",
            long:
                "Every offer fails alike, old and new, so it is not for versions or suites. The documented cause is a "
                + "certificate or private key that the server cannot use; Schannel event 36870 on it would prove that.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.newSelfSigned,
                Remedy.restartSessionEnv,
                Remedy.keyAccess,
            ])
    }
}

extension LayerFailure {
    /// Whether servers fail like this that cannot use their certificate or key.
    fileprivate var isOfUnusableKey: Bool {
        switch self {
        case .closed, .reset, .tlsAlert(40), .tlsAlert(80): true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .timedOut, .refused, .unreachable, .ourFault,
            .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld,
            .handshakeFailed, .certificate, .securityError, .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }
}
