/// All rules about gateways in the order of precedence: the first that matches makes the headline.
///
/// Worst first, and among equals in the order in which a client meets them, so that the headline is where it broke.
package enum GatewayRuleTable {
    /// One line for each file under Rules/Gateway/.
    package static let rules: [GatewayRule] = [
        // Down: nobody gets through.
        .gatewayName,
        .gatewayTCP,
        .gatewayTLS,
        .gatewayNotTLS,
        .gatewayCertificateExpired,
        .gatewayCertificateNotYetValid,
        .gatewayApplication,
        .gatewayNotHere,
        .gatewayProxyLogOn,
        .gatewayMethodRefused,
        .gatewayServerError,
        .gatewayPage,
        .gatewaySilent,
        .gatewayClosed,
        .gatewayFailed,
        // Critical: nobody will get through soon.
        .gatewayCertificateEndsSoon,
        // Warning: not as it should be.
        .gatewayOurSide,
        .gatewayOurFault,
        .gatewayStaleName,
        .gatewaySomeAddresses,
        .gatewayOldTLS,
        .gatewayCertificatePin,
        .gatewayCertificateChanged,
        .gatewayCertificateName,
        .gatewayCertificateChain,
        .gatewayCertificateUntrusted,
        .gatewayCertificateWeak,
        .gatewayCertificateFailed,
        .gatewayCertificateEnds,
        .gatewayRPCOnly,
        .gatewayInterception,
        .gatewayAuthentication,
        .gatewayClockSkew,
        .gatewayDTLSCertificateExpired,
        .gatewayDTLSCertificateDiffers,
        .gatewayUnsteady,
        // Notes: worth knowing.
        .gatewayCertificateUndecided,
        .gatewayWebSocket,
        .gatewayRPC,
        .gatewayDTLS,
    ]
}
