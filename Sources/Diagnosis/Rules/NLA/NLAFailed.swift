import FleetModel

extension Rule {
    /// A failure of CredSSP that no other rule knows.
    static let nlaFailed = Rule(
        "nla-failed", .nla, .warning, .certain, symptoms: [Symptom.securityAuthority],
        isNot: ["Not a wrong password: no name and no password were sent."]
    ) { seen in
        guard let failure = seen.credSSPFailure, !failure.isFamiliarInCredSSP, seen.credSSP?.answer != .otherToken
        else { return nil }
        return Conclusion(
            short: "NLA failed",
            medium: "NLA failed: \(failure.words)",
            long: "CredSSP failed in a way that is not known for this layer: \(failure.words).",
            evidence: seen.evidence(upTo: .nla),
            remedies: [Remedy.seeEveryStep, Remedy.securityEvents], isNot: seen.isNotWhatPassed(before: .nla))
    }
}

extension LayerFailure {
    /// Whether another rule says what this means in CredSSP.
    fileprivate var isFamiliarInCredSSP: Bool {
        switch self {
        case .timedOut, .closed, .reset, .malformed, .securityError: true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .refused, .unreachable, .ourFault,
            .negotiationRefused, .notRDP, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed,
            .certificate, .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }
}
