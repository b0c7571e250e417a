/// Why a layer failed, as a closed list that rules match on; sentences are made at the edge.
package enum LayerFailure: Sendable, Hashable, Codable {
    // Names
    /// NXDOMAIN: the name does not exist.
    case noSuchName
    /// The name exists and has neither an A nor an AAAA record.
    case noAddress
    /// The resolver answered with an error: SERVFAIL, REFUSED and others, by response code (RFC 1035, 4.1.1).
    case resolverError(UInt8)
    /// No resolver answered in time, or none could be reached.
    case resolverSilent

    // Any socket
    /// Nothing came within the layer's deadline.
    case timedOut
    /// The host answered the SYN with a reset: nothing listens, or a firewall rejects.
    case refused
    /// The peer reset an established connection.
    case reset
    /// The peer closed an established connection in order (FIN or close_notify) before it had answered.
    case closed
    /// The network said that the host or the port cannot be reached.
    case unreachable(Unreachability)
    /// The fault is on our side; nothing is known of the server.
    case ourFault(OurFault)

    // X.224
    /// RDP_NEG_FAILURE with this code (MS-RDPBCGR 2.2.1.2.2).
    case negotiationRefused(UInt32)
    /// The peer speaks another protocol.
    case notRDP(ForeignProtocol)
    /// The peer answered with bytes that do not parse.
    case malformed

    // TLS
    /// A fatal TLS alert, by its number (RFC 8446, 6).
    case tlsAlert(UInt8)
    /// RDP bytes in clear where the ServerHello belongs: the server's certificate or key is unusable.
    case disconnectInsteadOfTLS
    /// The server's TLS is older than anything our library can speak.
    case tlsTooOld(UInt16)
    /// What came in the handshake breaks the rules of TLS, or is nothing that our library accepts.
    case handshakeFailed

    // Certificate, as judged
    /// What is wrong with the certificate.
    case certificate(CertificateProblem)

    // NLA
    /// A TSRequest with this error code, an NTSTATUS (MS-CSSP 2.2.1).
    case securityError(UInt32)

    // Gateway
    /// An HTTP answer with this status that no RD Gateway gives.
    case notAGateway(UInt16)
    /// HTTP 5xx, or another error of the service itself.
    case serverError(UInt16)
    /// The peer refused us access.
    case accessDenied
    /// Something on the way, or the server's defence, blocks us.
    case blocked
}

/// What the network said when it could not deliver.
package enum Unreachability: String, Sendable, Hashable, Codable, CaseIterable {
    /// EHOSTUNREACH, EHOSTDOWN or ENONET: no answer to ARP or neighbour discovery, an ICMP host-unreachable, or a
    /// firewall that rejects; EACCES for IPv6, as which Linux tells that something on the way prohibits it.
    case host
    /// ENETUNREACH: no route to the network, here or on the way.
    case network
}

/// What stopped a probe on this machine.
package enum OurFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// EPERM, and EACCES for IPv4: a local firewall or a missing capability.
    case notPermitted
    /// No descriptors, ports or memory left.
    case outOfResources
    /// No address of this family on this machine.
    case addressFamilyUnavailable
    /// EINVAL or EDESTADDRREQ: nothing can be sent to such an address, such as a link-local one without its zone.
    case invalidAddress
    /// Any other error of a system call: it says something of this machine, and nothing of the server.
    case other
    /// The probe was cancelled.
    case cancelled
    /// Our own limits had no room for it: those on connections, when one is answered that was not expected to be, or the
    /// time of the whole probe, when that ended before the answer had had its own.
    case heldBack
}

/// Another protocol where RDP was expected.
package enum ForeignProtocol: String, Sendable, Hashable, Codable, CaseIterable {
    case http, tls, ssh, text, binary
}
