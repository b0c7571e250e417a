/// Why the server refused to negotiate: the code of RDP_NEG_FAILURE.
///
/// MS-RDPBCGR 2.2.1.2.2. Numbers outside the specification are kept.
package enum NegotiationFailureCode: Hashable, Sendable {
    /// 1: TLS is required; also sent when only CredSSP was offered to a server that does TLS only.
    case sslRequiredByServer
    /// 2: only Standard RDP Security is allowed.
    case sslNotAllowedByServer
    /// 3: the server has no usable certificate.
    case sslCertificateNotOnServer
    /// 4: the flags do not fit the protocol in use.
    case inconsistentFlags
    /// 5: CredSSP, that is NLA, is required.
    case hybridRequiredByServer
    /// 6: TLS with a client certificate is required.
    case sslWithUserAuthenticationRequiredByServer
    /// Any other number.
    case unknown(UInt32)

    static let type: UInt8 = 0x03

    /// The code with this number.
    package init(rawValue: UInt32) {
        self =
            switch rawValue {
            case 1: .sslRequiredByServer
            case 2: .sslNotAllowedByServer
            case 3: .sslCertificateNotOnServer
            case 4: .inconsistentFlags
            case 5: .hybridRequiredByServer
            case 6: .sslWithUserAuthenticationRequiredByServer
            default: .unknown(rawValue)
            }
    }

    /// The number on the wire.
    package var rawValue: UInt32 {
        switch self {
        case .sslRequiredByServer: 1
        case .sslNotAllowedByServer: 2
        case .sslCertificateNotOnServer: 3
        case .inconsistentFlags: 4
        case .hybridRequiredByServer: 5
        case .sslWithUserAuthenticationRequiredByServer: 6
        case .unknown(let rawValue): rawValue
        }
    }

    /// The name of the specification, or the number in hexadecimal.
    package var name: String {
        switch self {
        case .sslRequiredByServer: "SSL_REQUIRED_BY_SERVER"
        case .sslNotAllowedByServer: "SSL_NOT_ALLOWED_BY_SERVER"
        case .sslCertificateNotOnServer: "SSL_CERT_NOT_ON_SERVER"
        case .inconsistentFlags: "INCONSISTENT_FLAGS"
        case .hybridRequiredByServer: "HYBRID_REQUIRED_BY_SERVER"
        case .sslWithUserAuthenticationRequiredByServer: "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"
        case .unknown(let rawValue): hexadecimal(rawValue, digits: 8)
        }
    }
}
