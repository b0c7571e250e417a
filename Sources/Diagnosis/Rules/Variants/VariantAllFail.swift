import FleetModel

extension Rule {
    /// Whatever is offered, the handshake is cut, or answered by an alert that names no cause.
    static let variantAllFail = Rule(
        "variant-all-fail", .tls, .down, .likely, seen: .variants,
        isNot: [
            "Not likely the TLS versions or suites: old and new offers fail alike.",
            "Not an expired certificate as clients see it: none was shown, and that has a code of its own, 0x1B07.",
        ]
    ) { seen in
        let attempts = seen.variants(explaining: .tls).filter { $0.reached == .tls }
        guard attempts.count >= 3, seen.failsBeforeServerHello, let failure = seen.failure(at: .tls),
            failure.isOfUnusableKey,
            attempts.allSatisfy({ $0.failure?.isOfUnusableKey ?? false })
        else { return nil }
        var symptoms = Symptom.cutWhileSecuring
        if case .tlsAlert(let number) = failure { symptoms = Symptom.ofAlerts(number) }
        return Conclusion(
            short: "every TLS offer fails",
            medium: "TLS fails whatever is offered",
            long: "\(attempts.count + 1) offers fail, old and new. The documented cause is a certificate or private "
                + "key that the server cannot use, and Schannel event 36870 on it would prove that; a device between that "
                + "cuts TLS looks the same.",
            evidence: seen.evidence(upTo: .tls),
            remedies: Remedy.unusableKey,
            symptoms: symptoms, isNot: seen.isNotWhatPassed(before: .tls))
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
