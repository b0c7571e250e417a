/// The first message of a TLS handshake: what a client offers.
///
/// RFC 8446, section 4.1.2; RFC 5246, section 7.4.1.2; without extensions also that of SSL 3.0 (RFC 6101, 5.6.1.2).
/// It can offer what no TLS library still speaks. Written only, to see how a server answers; the handshake cannot be
/// finished with it.
package struct ClientHello: Equatable, Sendable {
    /// The number of this handshake message.
    static let handshakeType: UInt8 = 1
    /// The size of ``random`` in bytes, and of an X25519 public key.
    package static let randomSize = 32

    /// The version of the record, which some servers mind: 0x0301 in most clients' first record.
    package var recordVersion: TLSVersion
    /// The newest version offered up to TLS 1.2; a newer one stands in supported_versions.
    package var legacyVersion: TLSVersion
    /// ``randomSize`` bytes.
    package var random: [UInt8]
    /// At most 32 bytes; TLS 1.3 wants 32 for the sake of middle boxes (RFC 8446, D.4).
    package var sessionID: [UInt8]
    /// What is offered, most wanted first.
    package var cipherSuites: [CipherSuite]
    /// The extensions in order; when there are none, their block is left out, as SSL 3.0 has it.
    package var extensions: [ClientHelloExtension]

    private static let maximumSessionIDLength = 32
    /// The largest content of a record in the clear (RFC 8446, 5.1).
    private static let maximumContentLength = 16_384

    /// Creates an offer.
    package init(
        recordVersion: TLSVersion = .tls10, legacyVersion: TLSVersion, random: [UInt8], sessionID: [UInt8] = [],
        cipherSuites: [CipherSuite], extensions: [ClientHelloExtension] = []
    ) {
        self.recordVersion = recordVersion
        self.legacyVersion = legacyVersion
        self.random = random
        self.sessionID = sessionID
        self.cipherSuites = cipherSuites
        self.extensions = extensions
    }

    /// The message in a record of its own.
    ///
    /// - Throws: ``WireError`` when the random is not 32 bytes long, something does not fit into its length field or
    ///   all of it into one record, or the server name is not printable ASCII.
    package func record() throws(WireError) -> [UInt8] {
        let body = try body()
        let length = 4 + body.count
        guard length <= Self.maximumContentLength else {
            throw .tooLong(field: "ClientHello", length: length, limit: Self.maximumContentLength)
        }
        var writer = ByteWriter()
        writer.write(
            TLSRecordHeader(contentType: .handshake, version: recordVersion, length: UInt16(length)).encoded)
        writer.write(Self.handshakeType)
        // A length of three bytes, of which the bound leaves the first at 0.
        writer.write(0)
        try writer.writeVector16(body, field: "ClientHello")
        return writer.bytes
    }

    private func body() throws(WireError) -> [UInt8] {
        guard random.count == Self.randomSize else {
            throw .inconsistentLength(field: "random", stated: Self.randomSize, actual: random.count)
        }
        guard sessionID.count <= Self.maximumSessionIDLength else {
            throw .tooLong(field: "session_id", length: sessionID.count, limit: Self.maximumSessionIDLength)
        }
        var writer = ByteWriter()
        writer.writeBigEndian(legacyVersion.rawValue)
        writer.write(random)
        try writer.writeVector8(sessionID, field: "session_id")
        try writer.writeVector16(bigEndian(cipherSuites.map(\.rawValue)), field: "cipher_suites")
        // No compression.
        try writer.writeVector8([0], field: "compression_methods")
        guard !extensions.isEmpty else { return writer.bytes }
        var block = ByteWriter()
        for item in extensions { try item.encode(into: &block) }
        try writer.writeVector16(block.bytes, field: "extensions")
        return writer.bytes
    }
}
