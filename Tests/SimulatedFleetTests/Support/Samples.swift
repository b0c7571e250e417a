import FleetModel

/// Bytes from text such as `03 00 00 13`.
func bytes(_ text: String) -> [UInt8] {
    text.split { $0 == " " || $0 == "\n" }.compactMap { UInt8($0, radix: 16) }
}

/// Text of the same form.
func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
}

/// What a client says, byte for byte.
enum Said {
    /// A Connection Request that offers TLS, CredSSP and HYBRID_EX (MS-RDPBCGR 2.2.1.1).
    static let request = bytes("03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 0b 00 00 00")
    /// One that offers TLS alone.
    static let requestForTLS = bytes("03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 01 00 00 00")
    /// One that offers Standard RDP Security alone.
    static let requestForStandard = bytes("03 00 00 13 0e e0 00 00 00 00 00 01 00 08 00 00 00 00 00")
    /// One without negotiation data.
    static let oldRequest = bytes("03 00 00 0b 06 e0 00 00 00 00 00")

    /// A ClientHello of TLS 1.2 with ECDSA and RSA suites (RFC 5246, 7.4.1.2); also acceptable to TLS 1.0.
    static let clientHello12 = bytes(
        """
        16 03 01 00 5d 01 00 00 59 03 03 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14
        15 16 17 18 19 1a 1b 1c 1d 1e 1f 00 00 0c c0 2b c0 2f c0 09 c0 13 00 9c 00 2f 01 00 00 24 00 0a
        00 06 00 04 00 1d 00 17 00 0b 00 02 01 00 00 0d 00 10 00 0e 04 03 05 03 08 04 04 01 05 01 02 03
        02 01
        """)

    /// A ClientHello of TLS 1.3 alone; its key share is the base point of X25519 (RFC 8446, 4.1.2).
    static let clientHello13 = bytes(
        """
        16 03 01 00 a2 01 00 00 9e 03 03 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14
        15 16 17 18 19 1a 1b 1c 1d 1e 1f 20 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13
        14 15 16 17 18 19 1a 1b 1c 1d 1e 1f 00 06 13 01 13 02 13 03 01 00 00 4f 00 0a 00 06 00 04 00 1d
        00 17 00 0d 00 10 00 0e 04 03 05 03 08 04 04 01 05 01 02 03 02 01 00 2b 00 03 02 03 04 00 33 00
        26 00 24 00 1d 00 20 09 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        00 00 00 00 00 00 00
        """)
}

/// 2026-06-01T12:00:00Z.
let june = Instant(seconds: 1_780_315_200)
