/// The alerts of TLS in words (RFC 8446, 6; RFC 5246, 7.2; RFC 6066; RFC 7301; the TLS Alerts registry of IANA).
package enum TLSAlertText {
    /// The registered name, such as `handshake_failure`; nil for a number without one.
    package static func name(of number: UInt8) -> String? { table[number]?.name }

    /// What the sender means by it, as a clause; nil for a number without a name.
    package static func meaning(of number: UInt8) -> String? { table[number]?.meaning }

    private static let table: [UInt8: (name: String, meaning: String)] = [
        0: ("close_notify", "the sender ends the connection in order"),
        10: ("unexpected_message", "a message came that does not belong there"),
        20: ("bad_record_mac", "a record failed its integrity check"),
        21: ("decryption_failed", "a record could not be decrypted"),
        22: ("record_overflow", "a record was too long"),
        30: ("decompression_failure", "a record could not be decompressed"),
        40: ("handshake_failure", "no acceptable set of security parameters was found"),
        41: ("no_certificate", "there is no certificate to send"),
        42: ("bad_certificate", "a certificate was corrupt or its signature did not verify"),
        43: ("unsupported_certificate", "a certificate was of an unsupported kind"),
        44: ("certificate_revoked", "a certificate was revoked by its signer"),
        45: ("certificate_expired", "a certificate has expired or is not valid now"),
        46: ("certificate_unknown", "something else is wrong with a certificate"),
        47: ("illegal_parameter", "a field of the handshake was out of range or inconsistent"),
        48: ("unknown_ca", "the authority of a certificate is not known"),
        49: ("access_denied", "the certificate is valid, and access is denied all the same"),
        50: ("decode_error", "a message could not be decoded"),
        51: ("decrypt_error", "a cryptographic step of the handshake failed"),
        52: ("too_many_cids_requested", "too many connection identifiers were requested"),
        60: ("export_restriction", "an export restriction was not kept"),
        70: ("protocol_version", "the offered TLS versions are not supported"),
        71: ("insufficient_security", "the offered cipher suites are too weak for the server"),
        80: ("internal_error", "the server failed for a reason of its own"),
        86: ("inappropriate_fallback", "the client fell back to an older version without need"),
        90: ("user_canceled", "the handshake was cancelled"),
        100: ("no_renegotiation", "renegotiation is refused"),
        109: ("missing_extension", "an extension that the server needs is missing"),
        110: ("unsupported_extension", "an extension came that was not asked for"),
        111: ("certificate_unobtainable", "a certificate could not be fetched"),
        112: ("unrecognized_name", "the server does not know the name in the ClientHello (SNI)"),
        113: ("bad_certificate_status_response", "the OCSP answer was not acceptable"),
        114: ("bad_certificate_hash_value", "a certificate did not match its hash"),
        115: ("unknown_psk_identity", "the pre-shared key is not known"),
        116: ("certificate_required", "a client certificate is required"),
        117: ("general_error", "an error without a more exact number"),
        120: ("no_application_protocol", "no common application protocol (ALPN)"),
        121: ("ech_required", "encrypted ClientHello is required"),
    ]
}
