package import RDPWire

/// How a server is set to negotiate security, named after what an administrator sets.
///
/// The answers are those of Windows (MS-RDPBCGR 2.2.1.2 and 3.3.5.3.2) and of xrdp where it differs.
package enum SecuritySettings: Sendable, Hashable {
    /// UserAuthentication = 1: only CredSSP, with Early User Authorization Result where the client knows it.
    case nlaRequired
    /// The same on a server that does not know HYBRID_EX.
    case nlaRequiredWithoutEarlyAuthorization
    /// SecurityLayer = 2: TLS is required, NLA is up to the client.
    case nlaOffered
    /// TLS and nothing else.
    case tlsOnly
    /// SecurityLayer = 0: refuses whoever offers TLS or CredSSP.
    case standardOnly
    /// Selects Standard RDP Security whatever is offered, as xrdp does with `security_layer=rdp`.
    case standardAlways
    /// A server from before negotiation: a confirm without negotiation data.
    case withoutNegotiation
    /// Refuses every offer for this reason.
    case refusing(NegotiationFailureCode)

    /// What the server says to this offer.
    package func negotiation(answering request: NegotiationRequest?) -> ConnectionConfirm.Negotiation {
        // MS-RDPBCGR 2.2.1.2: negotiation data only answer negotiation data.
        guard let offered = request?.requestedProtocols else { return .absent }
        switch self {
        case .nlaRequired:
            if offered.contains(.hybridEx) { return selecting(.hybridEx) }
            return offered.contains(.hybrid) ? selecting(.hybrid) : .failure(.hybridRequiredByServer)
        case .nlaRequiredWithoutEarlyAuthorization:
            return offered.contains(.hybrid) ? selecting(.hybrid, .windows8) : .failure(.hybridRequiredByServer)
        case .nlaOffered:
            if offered.contains(.hybridEx) { return selecting(.hybridEx) }
            if offered.contains(.hybrid) { return selecting(.hybrid) }
            return offered.contains(.ssl) ? selecting(.ssl) : .failure(.sslRequiredByServer)
        case .tlsOnly:
            return offered.contains(.ssl) ? selecting(.ssl, .xrdp) : .failure(.sslRequiredByServer)
        case .standardOnly:
            return offered == .standardRDP ? selecting(.standardRDP, .xrdp) : .failure(.sslNotAllowedByServer)
        case .standardAlways:
            return selecting(.standardRDP, .xrdp)
        case .withoutNegotiation:
            return .absent
        case .refusing(let code):
            return .failure(code)
        }
    }

    private func selecting(
        _ selected: SecurityProtocols, _ flags: NegotiationResponse.Flags = .windows10
    ) -> ConnectionConfirm.Negotiation {
        .response(NegotiationResponse(selectedProtocol: selected, flags: flags))
    }
}

extension NegotiationResponse.Flags {
    /// 0x1F, which servers from Windows 10 and 2016 on send.
    fileprivate static let windows10: Self = [
        .extendedClientDataSupported, .graphicsPipelineSupported, .reserved, .restrictedAdminModeSupported,
        .redirectedAuthenticationModeSupported,
    ]
    /// 0x0F: the same without Remote Credential Guard.
    fileprivate static let windows8: Self = windows10.subtracting(.redirectedAuthenticationModeSupported)
    /// 0x01, as xrdp says.
    fileprivate static let xrdp: Self = .extendedClientDataSupported
}
