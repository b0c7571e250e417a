import FleetModel

extension GatewayRule {
    /// The HTTPS port of the gateway cannot be reached.
    static let gatewayTCP = GatewayRule(
        "gateway-tcp", .tcp, .down, .possible, symptoms: [.gatewayUnavailable],
        isNot: [
            "Not the certificate or the policies of the gateway: nothing got as far as them.",
            "Not RDGClientTransport: both transports of the gateway need this port.",
        ]
    ) { seen in
        let rules: [Rule] = [
            .tcpRefused, .tcpPossiblyBlocked, .tcpSilent, .tcpReset, .tcpClosed, .tcpHostUnreachable, .tcpNoRoute,
        ]
        guard var conclusion = seen.conclusion(as: rules) else { return nil }
        conclusion.long =
            "From here the HTTPS port of the gateway does not let a connection stand, so nobody who comes the same way gets "
            + "through. \(seen.portTrouble)"
        conclusion.remedies = [
            Remedy.gatewayService, Remedy.gatewayPort, Remedy.gatewayReach, Remedy.gatewayPath,
            Remedy.startGatewayService,
        ]
        return conclusion
    }
}

extension GatewayCase {
    /// What would look like the failure of its port, in a sentence.
    fileprivate var portTrouble: String {
        switch climb.failure(at: .tcp) {
        case .refused:
            "The host is up and nothing listens there: the service is stopped, or it listens on another port; a firewall "
                + "that rejects would look the same."
        case .timedOut, .blocked, .unreachable:
            "The host may be off, or a firewall between, or a way that is gone; the service may be fine."
        case .reset, .closed:
            "Something takes the connection and drops it at once, as load balancers do that have no gateway left to "
                + "send to."
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .ourFault, .negotiationRefused, .notRDP,
            .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate, .securityError,
            .notAGateway, .serverError, .accessDenied, nil:
            "The service may be stopped, the host off, or a firewall or load balancer between in the way."
        }
    }
}
