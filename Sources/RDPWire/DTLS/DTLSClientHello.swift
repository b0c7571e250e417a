/// What a client offers, sent twice when the server wants its cookie back (RFC 6347, 4.2.1).
package struct DTLSClientHello: DTLSHandshakeMessage {
    package static let handshakeType = DTLSHandshakeType.clientHello
    /// The size of the random, in bytes.
    package static let randomSize = 32

    /// The newest version that the client speaks.
    package let version: DTLSVersion
    /// 32 bytes, the same both times.
    package let random: [UInt8]
    /// What the HelloVerifyRequest said; empty the first time.
    package var cookie: [UInt8]
    /// The suites, best first.
    package let suites: [CipherSuite]
    /// What else is offered; without any, the block is left out.
    package let extensions: [DTLSExtension]

    /// Creates an offer.
    ///
    /// - Parameters:
    ///   - version: The newest version.
    ///   - random: 32 bytes.
    ///   - cookie: At most 255 bytes.
    ///   - suites: The suites, best first.
    ///   - extensions: What else is offered.
    /// - Throws: ``WireError`` when the random has another length or the cookie is too long.
    package init(
        version: DTLSVersion, random: [UInt8], cookie: [UInt8] = [], suites: [CipherSuite],
        extensions: [DTLSExtension] = []
    ) throws(WireError) {
        guard random.count == Self.randomSize else {
            throw .inconsistentLength(field: "random", stated: Self.randomSize, actual: random.count)
        }
        guard cookie.count <= Int(UInt8.max) else {
            throw .tooLong(field: "cookie", length: cookie.count, limit: Int(UInt8.max))
        }
        self.version = version
        self.random = random
        self.cookie = cookie
        self.suites = suites
        self.extensions = extensions
    }

    /// The offer of a probe: the suites that Windows has for this version, and what they need.
    ///
    /// - Parameters:
    ///   - version: DTLS 1.0 or 1.2.
    ///   - random: 32 bytes.
    ///   - serverName: The host that is meant; nil for none.
    /// - Throws: ``WireError`` when the random has another length, or the name has no wire form.
    package init(offering version: DTLSVersion, random: [UInt8], serverName: String?) throws(WireError) {
        let isNew = version == .dtls12
        let offered: [ClientHelloExtension] =
            (serverName.map { [.serverName($0)] } ?? []) + [Self.groups, .pointFormats]
            + (isNew ? [Self.signatures] : []) + [.extendedMasterSecret, .renegotiationInfo]
        var extensions: [DTLSExtension] = []
        for each in offered { extensions.append(try DTLSExtension(each)) }
        try self.init(
            version: version, random: random, suites: isNew ? Self.newSuites + Self.oldSuites : Self.oldSuites,
            extensions: extensions)
    }

    package init(decoding body: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(body)
        let version = try DTLSVersion(from: &reader, field: "client_version")
        let random = Array(try reader.readBytes(Self.randomSize))
        let sessionIDLength = Int(try reader.readUInt8())
        _ = try reader.readBytes(sessionIDLength)
        let cookieLength = Int(try reader.readUInt8())
        let cookie = Array(try reader.readBytes(cookieLength))
        let suitesLength = Int(try reader.readUInt16BigEndian())
        var list = ByteReader(try reader.readBytes(suitesLength))
        var suites: [CipherSuite] = []
        while list.remaining > 0 {
            suites.append(CipherSuite(rawValue: try list.readUInt16BigEndian()))
        }
        let compressionMethods = Int(try reader.readUInt8())
        _ = try reader.readBytes(compressionMethods)
        let extensions = try DTLSExtension.readBlock(from: &reader)
        try reader.expectEnd(of: "ClientHello")
        try self.init(version: version, random: random, cookie: cookie, suites: suites, extensions: extensions)
    }

    /// Reads the ClientHello of a datagram, in which it must be whole and first.
    package init(datagram: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(datagram)
        let header = try DTLSRecordHeader(from: &reader)
        guard header.contentType == .handshake else {
            throw .unexpected(field: "DTLS content type", value: UInt64(header.contentType.rawValue))
        }
        var content = ByteReader(try reader.readBytes(Int(header.length)))
        let fragment = try DTLSHandshakeFragment(from: &content)
        guard fragment.type == Self.handshakeType else {
            throw .unexpected(field: "DTLS handshake type", value: UInt64(fragment.type.rawValue))
        }
        guard fragment.content.count == fragment.messageLength else {
            throw .truncated(needed: fragment.messageLength, have: fragment.content.count)
        }
        try self.init(decoding: fragment.content)
    }

    package func encoded() throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeBigEndian(version.rawValue)
        writer.write(random)
        // No session to resume.
        try writer.writeVector8([], field: "session_id")
        try writer.writeVector8(cookie, field: "cookie")
        try writer.writeVector16(bigEndian(suites.map(\.rawValue)), field: "cipher_suites")
        // No compression.
        try writer.writeVector8([0], field: "compression_methods")
        writer.write(try DTLSExtension.block(extensions))
        return writer.bytes
    }

    /// AES-GCM, and AES-CBC with SHA-2, which DTLS 1.2 brought: ECDHE with both kinds of keys, then RSA.
    private static let newSuites = suites([
        0xC02C, 0xC02B, 0xC030, 0xC02F, 0xC024, 0xC023, 0xC028, 0xC027, 0x009D, 0x009C, 0x003D, 0x003C,
    ])
    /// AES-CBC and 3DES with SHA-1.
    private static let oldSuites = suites([0xC00A, 0xC009, 0xC014, 0xC013, 0x0035, 0x002F, 0x000A])

    private static let groups = ClientHelloExtension.supportedGroups([.x25519, .secp256r1, .secp384r1, .secp521r1])
    /// SHA-1 last: a gateway with an old certificate shall still answer.
    private static let signatures = ClientHelloExtension.signatureAlgorithms([
        .rsaPSSSHA256, .rsaPSSSHA384, .rsaPSSSHA512, .ecdsaP256SHA256, .ecdsaP384SHA384, .ecdsaP521SHA512,
        .rsaPKCS1SHA256, .rsaPKCS1SHA384, .rsaPKCS1SHA512, .ecdsaSHA1, .rsaPKCS1SHA1,
    ])

    private static func suites(_ numbers: [UInt16]) -> [CipherSuite] { numbers.map(CipherSuite.init(rawValue:)) }
}
