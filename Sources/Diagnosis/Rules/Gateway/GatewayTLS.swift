import FleetModel

extension GatewayRule {
    /// The TLS handshake with the gateway fails.
    static let gatewayTLS = GatewayRule(
        "gateway-tls", .tls, .down, .possible, symptoms: [.gatewayCutsOff],
        isNot: [
            "Hardly an expired certificate: with one the handshake passes, and clients say so themselves.",
            "Not RDGClientTransport: both transports of the gateway need TLS.",
        ]
    ) { seen in
        let rules: [Rule] = [
            .tlsCut, .tlsCutMidway, .tlsSilent, .tlsAlertHandshakeFailure, .tlsAlertProtocolVersion,
            .tlsAlertInsufficientSecurity,
            .tlsAlertInternalError, .tlsAlertUnrecognizedName, .tlsAlertOther, .tlsTooOld, .tlsFailed,
        ]
        guard var conclusion = seen.conclusion(as: rules) else { return nil }
        let isOld = seen.climb.isTooOldForTLS
        conclusion.long =
            isOld
            ? "TCP is up, and gateway and rdptop have no version of TLS in common. The gateway has nothing that "
                + "current clients still speak, or a hardening has switched off what they do."
            : "TCP is up and the TLS handshake fails. A certificate that is not bound to the port, or whose private "
                + "key is unusable, no common version or suite, or a device that inspects TLS would look like this."
        conclusion.remedies =
            isOld
            ? [Remedy.gatewaySchannel, Remedy.gatewayTLS12]
            : [
                Remedy.gatewayBinding, Remedy.gatewayCertificate, Remedy.gatewaySchannel, Remedy.gatewayLog,
                Remedy.gatewayInspection, Remedy.setGatewayCertificate,
            ]
        return conclusion
    }
}

extension Case {
    /// Whether the handshake failed for its version: alert 70, or a version that our library does not speak.
    fileprivate var isTooOldForTLS: Bool {
        switch failure(at: .tls) {
        case .tlsAlert(70), .tlsTooOld: true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .timedOut, .refused, .reset, .closed,
            .unreachable, .ourFault, .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS,
            .handshakeFailed, .certificate, .securityError, .notAGateway, .serverError, .accessDenied, .blocked, nil:
            false
        }
    }
}
