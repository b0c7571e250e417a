import FleetModel

extension GatewayRule {
    /// The TLS handshake with the gateway fails.
    static let gatewayTLS = GatewayRule(
        "gateway-tls", .tls, .down, .possible,
        as: [
            .tlsCut,
            .tlsCutMidway,
            .tlsSilent,
            .tlsAlertHandshakeFailure,
            .tlsAlertProtocolVersion,
            .tlsAlertInsufficientSecurity,
            .tlsAlertInternalError,
            .tlsAlertUnrecognizedName,
            .tlsAlertOther,
            .tlsTooOld,
            .tlsFailed,
        ],
        long: "TCP is up and the TLS handshake fails. A certificate that is not bound to the port, or whose private "
            + "key is unusable, no common version or suite, or a device that inspects TLS would look like this.",
        remedies: [
            Remedy.gatewayBinding,
            Remedy.gatewayCertificate,
            Remedy.schannelEvents,
            Remedy.inspection,
        ])
}
