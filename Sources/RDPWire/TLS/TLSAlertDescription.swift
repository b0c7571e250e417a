/// The number of a TLS alert, with the names of the IANA registry "TLS Alerts".
package struct TLSAlertDescription: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    package let rawValue: UInt8

    /// Creates a description from its number.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The sender closes in order.
    package static let closeNotify = TLSAlertDescription(rawValue: 0)
    /// No acceptable set of parameters.
    package static let handshakeFailure = TLSAlertDescription(rawValue: 40)
    /// The version offered is not supported.
    package static let protocolVersion = TLSAlertDescription(rawValue: 70)
    /// The server demands stronger parameters.
    package static let insufficientSecurity = TLSAlertDescription(rawValue: 71)
    /// An error that has nothing to do with the peer: on Windows usually an unusable certificate or key.
    package static let internalError = TLSAlertDescription(rawValue: 80)
    /// The sender gives the handshake up, for no fault of the receiver's.
    package static let userCanceled = TLSAlertDescription(rawValue: 90)
    /// No server of the name in SNI.
    package static let unrecognizedName = TLSAlertDescription(rawValue: 112)

    /// The registered name, or `nil` for a number that nobody registered.
    package var registeredName: String? {
        switch rawValue {
        case 0: "close_notify"
        case 10: "unexpected_message"
        case 20: "bad_record_mac"
        case 21: "decryption_failed"
        case 22: "record_overflow"
        case 30: "decompression_failure"
        case 40: "handshake_failure"
        case 41: "no_certificate"
        case 42: "bad_certificate"
        case 43: "unsupported_certificate"
        case 44: "certificate_revoked"
        case 45: "certificate_expired"
        case 46: "certificate_unknown"
        case 47: "illegal_parameter"
        case 48: "unknown_ca"
        case 49: "access_denied"
        case 50: "decode_error"
        case 51: "decrypt_error"
        case 52: "too_many_cids_requested"
        case 60: "export_restriction"
        case 70: "protocol_version"
        case 71: "insufficient_security"
        case 80: "internal_error"
        case 86: "inappropriate_fallback"
        case 90: "user_canceled"
        case 100: "no_renegotiation"
        case 109: "missing_extension"
        case 110: "unsupported_extension"
        case 111: "certificate_unobtainable"
        case 112: "unrecognized_name"
        case 113: "bad_certificate_status_response"
        case 114: "bad_certificate_hash_value"
        case 115: "unknown_psk_identity"
        case 116: "certificate_required"
        case 117: "general_error"
        case 120: "no_application_protocol"
        case 121: "ech_required"
        default: nil
        }
    }

    /// The registered name, or `alert` and the number.
    package var name: String {
        registeredName ?? "alert \(rawValue)"
    }
}
