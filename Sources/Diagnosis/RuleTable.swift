import FleetModel

/// All rules in the order of precedence: the first that matches makes the headline.
///
/// Worst first, and among equals in the order in which a client meets them, so that the headline is where it broke.
package enum RuleTable {
    /// One line for each file under Rules/.
    package static let rules: [Rule] = [
        // Down: users cannot connect.
        .dnsNoSuchName,
        .dnsNoAddress,
        .dnsResolverError,
        .dnsSilent,
        .dnsMalformed,
        // What our side explains comes before what the server would have to.
        .pathTunnelGone,
        .tcpRefused,
        .tcpPossiblyBlocked,
        .tcpFiltered,
        .tcpHostDown,
        .tcpSilent,
        .tcpReset,
        .tcpClosed,
        .tcpHostUnreachable,
        .tcpNoRoute,
        // What asking otherwise has shown says more than the failure alone.
        .variantOtherFamily,
        .variantSeveral,
        .variantCookie,
        .variantFewerProtocols,
        .variantStandardSecurity,
        .variantTLS13,
        .variantServerName,
        .variantOldSuites,
        .variantOldVersion,
        .variantObsolete,
        .variantAllFail,
        .x224CutMidway,
        .x224Closed,
        .x224Reset,
        .x224Silent,
        .x224Incomplete,
        .x224HTTP,
        .x224SSH,
        .x224TLS,
        .x224Text,
        .x224Garbage,
        .x224Malformed,
        .negotiationTLSRequired,
        .negotiationTLSNotAllowed,
        .negotiationNoCertificate,
        .negotiationInconsistentFlags,
        .negotiationNLARequired,
        .negotiationClientCertificate,
        .negotiationUnknownCode,
        .tlsRDPDisconnect,
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
        .tlsPlaintext,
        .tlsFailed,
        .certificateExpired,
        .certificateNotRenewed,
        .certificateNotYetValid,
        .layerFailed,
        .behindGateway,
        // Critical: users will not be able to connect soon.
        .certificateEndsSoon,
        // Warning: not as it should be, and not in anybody's way.
        .ourSide,
        .ourFault,
        .dnsStale,
        .dnsAddressChanged,
        .pathOverlappingSubnet,
        .tcpSomeAddresses,
        .x224StandardSecurity,
        .x224NoNegotiation,
        .tlsOldVersion,
        .tlsNewerThanWindows,
        .certificatePinMismatch,
        .certificateFallback,
        .certificateChanged,
        .certificateChurning,
        .certificateFlapping,
        .certificateNameMismatch,
        .certificateOtherComputer,
        .certificateNotTheComputers,
        .certificateUntrusted,
        .certificatePathRefused,
        .certificateIncompleteChain,
        .certificateWeakKey,
        .certificateWeakSignature,
        .certificateWrongUsage,
        .certificateUnreadable,
        .certificateFailed,
        .certificateEnds,
        .nlaNTLMBlocked,
        .nlaDomainTrust,
        .nlaClockRefused,
        .nlaBindings,
        .nlaErrorCode,
        .nlaSilent,
        .nlaClosed,
        .nlaReset,
        .nlaNoChallenge,
        .nlaMalformed,
        .nlaFailed,
        .nlaOtherComputer,
        .nlaClockSkew,
        .nlaOldVersion,
        .nlaNotOffered,
        .nlaNotRequired,
        .nlaRequired,
        .nlaUnexpected,
        .udpExpected,
        .directPathFails,
        .gatewayPathFails,
        .gatewayWarns,
        .pathUnstable,
        .serverUnsteady,
        // Notes: worth knowing.
        .dnsSeveralMachines,
        .tcpAddressNotTried,
        .certificateRenewalDue,
        .certificateRenewed,
        .certificateNameDiffers,
        .certificateSelfSigned,
        .certificateUnknownAuthority,
        .certificateTrustUndecided,
        .nlaOptional,
        .nlaOtherDomain,
        .nlaOutOfSupport,
        .nlaClockDrift,
        .gatewayNotProbed,
        .gatewayBeside,
        .pingLoss,
        .udpClosed,
        .udpSilent,
        .udpFailed,
        .pingUnanswered,
    ]

    /// What the rules say of a case.
    ///
    /// Once asking otherwise has shown something of a failed layer, that stands in the place of what the failure alone
    /// may mean: its usual causes, and what to do about them, may be ruled out by it.
    static func matches(in seen: Case) -> [(Rule, Finding)] {
        let matches = rules.compactMap { rule in rule.finding(in: seen).map { (rule, $0) } }
        guard let shown = matches.first(where: { $0.0.isOfVariants })?.1.layer else { return matches }
        return matches.filter { rule, finding in
            rule.isOfVariants || finding.layer != shown || finding.severity != .down
        }
    }
}

extension Rule {
    /// Whether it says what variants have shown.
    fileprivate var isOfVariants: Bool { id.hasPrefix("variant-") }
}
