import RDPWire

/// A TLS server so old that no library of today plays it; it says no more than its ServerHello.
package enum AntiqueServer: String, Sendable, Hashable, CaseIterable {
    /// TLS 1.2 with suites of CBC or RSA key exchange; an offer with anything newer beside them is not for it.
    case legacySuites
    /// SSL 3.0 with RC4 or 3DES; an offer that does not reach down to that version is not for it.
    case ssl30

    /// The record with its ServerHello (RFC 5246, 7.4.1.3; RFC 6101, 5.6.1.3); nil when the offer is not for it.
    func serverHello(answering hello: ClientHelloOffer) -> [UInt8]? {
        guard let suite = suites.first(where: hello.suites.contains) else { return nil }
        switch self {
        case .legacySuites:
            let isOld = hello.suites.allSatisfy { Self.oldSuites.contains($0) || $0 == Self.renegotiationSignal }
            guard isOld, hello.version == .tls12, !hello.supportedVersions.contains(.tls13) else { return nil }
            return record(.tls12, suite)
        case .ssl30:
            guard hello.lowestVersion == .ssl30 else { return nil }
            return record(.ssl30, suite)
        }
    }

    /// What it accepts, the best first.
    private var suites: [UInt16] {
        switch self {
        // AES_256_CBC_SHA256, AES_128_CBC_SHA256, AES_256_CBC_SHA, AES_128_CBC_SHA, 3DES_EDE_CBC_SHA, all with RSA.
        case .legacySuites: [0x003D, 0x003C, 0x0035, 0x002F, 0x000A]
        // 3DES_EDE_CBC_SHA, RC4_128_SHA, RC4_128_MD5, all with RSA.
        case .ssl30: [0x000A, 0x0005, 0x0004]
        }
    }

    /// Every suite with CBC that clients of today and yesterday offer, with RSA, DHE and ECDHE; and those with RSA key
    /// exchange and AES in GCM, which Windows has had since 7 and Server 2008 R2.
    private static let oldSuites: Set<UInt16> = [
        0x009C, 0x009D,
        0x000A, 0x002F, 0x0032, 0x0033, 0x0035, 0x0038, 0x0039, 0x003C, 0x003D, 0x0040, 0x0067, 0x006A, 0x006B, 0x0016,
        0x0013, 0xC008, 0xC009, 0xC00A, 0xC012, 0xC013, 0xC014, 0xC023, 0xC024, 0xC027, 0xC028,
    ]
    /// TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746, 3.3), which is no suite.
    private static let renegotiationSignal: UInt16 = 0x00FF

    /// A ServerHello of 38 bytes, without a session and extensions, in a handshake message in a record.
    private func record(_ version: TLSVersion, _ suite: UInt16) -> [UInt8] {
        let versionBytes = [UInt8(version.rawValue >> 8), UInt8(version.rawValue & 0xFF)]
        // The random of a server that nobody will ever agree on a key with.
        let random = [UInt8](repeating: 0x5A, count: 32)
        let hello = versionBytes + random + [0x00, UInt8(suite >> 8), UInt8(suite & 0xFF), 0x00]
        let message = [0x02, 0x00, 0x00, UInt8(hello.count)] + hello
        return [0x16] + versionBytes + [0x00, UInt8(message.count)] + message
    }
}
