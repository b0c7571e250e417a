/// The server's choice of version and cipher suite (RFC 6347, 4.3.2; RFC 5246, 7.4.1.3).
package struct DTLSServerHello: DTLSHandshakeMessage {
    package static let handshakeType = DTLSHandshakeType.serverHello

    /// The version chosen.
    package let version: DTLSVersion
    /// 32 bytes.
    package let random: [UInt8]
    /// At most 32 bytes; mostly empty, for nobody resumes what never began.
    package let sessionID: [UInt8]
    /// The suite chosen.
    package let cipherSuite: CipherSuite
    /// Whatever else the server agreed to.
    package let extensions: [DTLSExtension]

    private static let maximumSessionIDLength = 32

    /// Creates a choice.
    ///
    /// - Parameters:
    ///   - version: The version chosen.
    ///   - random: 32 bytes.
    ///   - sessionID: At most 32 bytes.
    ///   - cipherSuite: The suite chosen.
    ///   - extensions: Whatever else.
    /// - Throws: ``WireError`` when the random or the session ID has another length.
    package init(
        version: DTLSVersion, random: [UInt8], sessionID: [UInt8] = [], cipherSuite: CipherSuite,
        extensions: [DTLSExtension] = []
    ) throws(WireError) {
        guard random.count == DTLSClientHello.randomSize else {
            throw .inconsistentLength(field: "random", stated: DTLSClientHello.randomSize, actual: random.count)
        }
        guard sessionID.count <= Self.maximumSessionIDLength else {
            throw .tooLong(field: "session_id", length: sessionID.count, limit: Self.maximumSessionIDLength)
        }
        self.version = version
        self.random = random
        self.sessionID = sessionID
        self.cipherSuite = cipherSuite
        self.extensions = extensions
    }

    package init(decoding body: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(body)
        version = try DTLSVersion(from: &reader, field: "server_version")
        random = Array(try reader.readBytes(DTLSClientHello.randomSize))
        let length = Int(try reader.readUInt8())
        guard length <= Self.maximumSessionIDLength else {
            throw .tooLong(field: "session_id", length: length, limit: Self.maximumSessionIDLength)
        }
        sessionID = Array(try reader.readBytes(length))
        cipherSuite = CipherSuite(rawValue: try reader.readUInt16BigEndian())
        // The compression method, which is always null.
        _ = try reader.readUInt8()
        extensions = try DTLSExtension.readBlock(from: &reader)
        try reader.expectEnd(of: "ServerHello")
    }

    package func encoded() throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeBigEndian(version.rawValue)
        writer.write(random)
        try writer.writeVector8(sessionID, field: "session_id")
        writer.writeBigEndian(cipherSuite.rawValue)
        writer.write(0)
        writer.write(try DTLSExtension.block(extensions))
        return writer.bytes
    }
}
