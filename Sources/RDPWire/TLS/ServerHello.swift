/// The server's choice of version and cipher suite.
///
/// RFC 8446, section 4.1.3; RFC 5246, section 7.4.1.3. It does not keep what only key agreement needs.
package struct ServerHello: Equatable, Sendable {
    /// The number of this handshake message.
    static let handshakeType: UInt8 = 2

    /// The version field of the message: 0x0303 whenever TLS 1.3 is chosen.
    package let legacyVersion: TLSVersion
    /// The version chosen: that of the supported_versions extension, else ``legacyVersion``.
    package let version: TLSVersion
    /// The suite chosen.
    package let cipherSuite: CipherSuite
    /// Whether this is a HelloRetryRequest, which asks for another key share in the guise of a ServerHello.
    package let isHelloRetryRequest: Bool

    private static let randomSize = 32
    private static let maximumSessionIDLength = 32
    private static let supportedVersions: UInt16 = 43
    /// The random of every HelloRetryRequest: SHA-256 of that word (RFC 8446, 4.1.3).
    private static let helloRetryRequestRandom: [UInt8] = [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ]

    /// Creates a choice.
    package init(
        legacyVersion: TLSVersion, version: TLSVersion, cipherSuite: CipherSuite, isHelloRetryRequest: Bool = false
    ) {
        self.legacyVersion = legacyVersion
        self.version = version
        self.cipherSuite = cipherSuite
        self.isHelloRetryRequest = isHelloRetryRequest
    }

    /// Decodes exactly one message body, without the four bytes of the handshake header.
    package init(decoding body: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(body)
        legacyVersion = TLSVersion(rawValue: try reader.readUInt16BigEndian())
        guard legacyVersion.rawValue >> 8 == 3 else {
            throw .unexpected(field: "legacy_version", value: UInt64(legacyVersion.rawValue))
        }
        isHelloRetryRequest = try reader.readBytes(Self.randomSize).elementsEqual(Self.helloRetryRequestRandom)
        let sessionIDLength = Int(try reader.readUInt8())
        guard sessionIDLength <= Self.maximumSessionIDLength else {
            throw .tooLong(field: "session_id", length: sessionIDLength, limit: Self.maximumSessionIDLength)
        }
        _ = try reader.readBytes(sessionIDLength)
        cipherSuite = CipherSuite(rawValue: try reader.readUInt16BigEndian())
        _ = try reader.readUInt8()
        // The block of extensions may be missing altogether up to TLS 1.2.
        let chosen = reader.remaining > 0 ? try Self.chosenVersion(inExtensionsOf: &reader) : nil
        version = chosen ?? legacyVersion
        try reader.expectEnd(of: "ServerHello")
    }

    private static func chosenVersion(inExtensionsOf reader: inout ByteReader) throws(WireError) -> TLSVersion? {
        let blockLength = Int(try reader.readUInt16BigEndian())
        var block = ByteReader(try reader.readBytes(blockLength))
        var chosen: TLSVersion?
        while block.remaining > 0 {
            let type = try block.readUInt16BigEndian()
            let length = Int(try block.readUInt16BigEndian())
            let content = try block.readBytes(length)
            guard type == supportedVersions else { continue }
            guard chosen == nil else { throw .unexpected(field: "second extension", value: UInt64(type)) }
            var extensionReader = ByteReader(content)
            chosen = TLSVersion(rawValue: try extensionReader.readUInt16BigEndian())
            try extensionReader.expectEnd(of: "supported_versions")
        }
        return chosen
    }
}
