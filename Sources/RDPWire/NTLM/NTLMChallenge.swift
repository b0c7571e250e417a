/// The server's answer to a NEGOTIATE: who and what it is, and what time it has. MS-NLMP 2.2.1.2.
package struct NTLMChallenge: Equatable, Sendable {
    /// The domain, or the computer in a workgroup; nil when the message has none, or none in UTF-16.
    package let targetName: String?
    /// What the server agreed to.
    package let flags: NTLMFlags
    /// What a client would have to answer, as the eight bytes stand.
    package let serverChallenge: UInt64
    /// What the server says of itself, in its order.
    package let targetInfo: [AVPair]
    /// The server's version, if it tells it.
    package let version: NTLMVersion?

    /// Creates a challenge; the flags for a version and for target information follow the values, and `.unicode` a
    /// target name.
    package init(
        targetName: String?, flags: NTLMFlags, serverChallenge: UInt64, targetInfo: [AVPair], version: NTLMVersion?
    ) {
        var flags = version == nil ? flags.subtracting(.version) : flags.union(.version)
        if targetName != nil { flags.insert(.unicode) }
        if !targetInfo.isEmpty { flags.insert(.targetInfo) }
        self.targetName = targetName
        self.flags = flags
        self.serverChallenge = serverChallenge
        self.targetInfo = targetInfo
        self.version = version
    }

    /// Decodes a message; what stands between and behind its fields does not matter.
    package init(decoding message: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(message)
        try NTLMMessage.readHeader(of: .challenge, from: &reader)
        let name = try NTLMPayloadField(from: &reader)
        flags = NTLMFlags(rawValue: try reader.readUInt32LittleEndian())
        serverChallenge = try reader.readUInt64LittleEndian().byteSwapped
        _ = try reader.readBytes(Self.reservedSize)
        let information = try NTLMPayloadField(from: &reader)
        version = flags.contains(.version) ? try NTLMVersion(from: &reader) : nil

        // The other encoding is the server's own code page, and nothing says which that is.
        let nameBytes = try name.bytes(of: message)
        targetName =
            flags.contains(.unicode) && !nameBytes.isEmpty
            ? try UTF16LittleEndian.decode(nameBytes, field: "TargetName") : nil
        let informationBytes = try information.bytes(of: message)
        targetInfo =
            flags.contains(.targetInfo) && !informationBytes.isEmpty ? try AVPair.decodeList(informationBytes) : []
    }

    /// The message.
    package func encoded() throws(WireError) -> [UInt8] {
        let name = try UTF16LittleEndian.encode(targetName ?? "", field: "TargetName")
        let information = flags.contains(.targetInfo) ? try AVPair.encodeList(targetInfo) : []
        let headerSize = Self.headerSize + (version == nil ? 0 : NTLMVersion.size)

        var writer = ByteWriter()
        writer.write(NTLMMessage.signature)
        writer.writeLittleEndian(NTLMMessage.MessageType.challenge.rawValue)
        NTLMPayloadField(length: UInt16(name.count), offset: UInt32(headerSize)).encode(into: &writer)
        writer.writeLittleEndian(flags.rawValue)
        writer.writeLittleEndian(serverChallenge.byteSwapped)
        writer.write(repeatElement(0, count: Self.reservedSize))
        NTLMPayloadField(length: UInt16(information.count), offset: UInt32(headerSize + name.count))
            .encode(into: &writer)
        version?.encode(into: &writer)
        writer.write(name)
        writer.write(information)
        return writer.bytes
    }

    private static let headerSize = 48
    private static let reservedSize = 8
}

extension NTLMChallenge {
    /// Whether the target is a domain; false for a single computer, nil when the flags say neither.
    package var isDomainMember: Bool? {
        if flags.contains(.targetTypeDomain) { return true }
        return flags.contains(.targetTypeServer) ? false : nil
    }
}
