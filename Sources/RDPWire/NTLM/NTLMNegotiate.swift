/// The client's first message of NTLM, which says what it can do and asks for a challenge: MS-NLMP 2.2.1.1.
///
/// The two names that it may carry, domain and workstation, are left empty, and are passed over when read.
package struct NTLMNegotiate: Equatable, Sendable {
    /// What the client can do.
    package let flags: NTLMFlags
    /// The client's version, if it tells it.
    package let version: NTLMVersion?

    /// What asks every server for as much as it tells without a user's name; the version is that of Windows 10 1809.
    package static let anonymous = NTLMNegotiate(
        flags: NTLMFlags(rawValue: 0xE208_82B7), version: NTLMVersion(major: 10, minor: 0, build: 17_763))

    /// Creates a message; the flag for a version follows `version`.
    package init(flags: NTLMFlags, version: NTLMVersion?) {
        self.flags = version == nil ? flags.subtracting(.version) : flags.union(.version)
        self.version = version
    }

    /// Decodes a message; what stands behind the fields does not matter.
    package init(decoding message: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(message)
        try NTLMMessage.readHeader(of: .negotiate, from: &reader)
        flags = NTLMFlags(rawValue: try reader.readUInt32LittleEndian())
        let domain = try NTLMPayloadField(from: &reader)
        let workstation = try NTLMPayloadField(from: &reader)
        version = flags.contains(.version) ? try NTLMVersion(from: &reader) : nil
        _ = try domain.bytes(of: message)
        _ = try workstation.bytes(of: message)
    }

    /// The message: 40 bytes, or 32 without a version.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(NTLMMessage.signature)
        writer.writeLittleEndian(NTLMMessage.MessageType.negotiate.rawValue)
        writer.writeLittleEndian(flags.rawValue)
        NTLMPayloadField(length: 0, offset: 0).encode(into: &writer)
        NTLMPayloadField(length: 0, offset: 0).encode(into: &writer)
        version?.encode(into: &writer)
        return writer.bytes
    }
}
