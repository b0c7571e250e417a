/// A handshake message, or a part of one, with the twelve bytes before it.
///
/// RFC 6347, section 4.2.2. A message that does not fit a datagram comes in several, each with the length of the whole.
package struct DTLSHandshakeFragment: Equatable, Sendable {
    /// The size of the header, in bytes.
    package static let headerSize = 12
    /// The longest message that is put together, in bytes; a chain of sixteen certificates is a quarter of that.
    package static let messageLimit = 65_536

    /// Of which message it is a part.
    package let type: DTLSHandshakeType
    /// The length of the whole body, in bytes.
    package let messageLength: Int
    /// The number of the message among those of its sender; repeated ones keep theirs.
    package let messageSequence: UInt16
    /// Where in the body the content belongs.
    package let offset: Int
    /// This part of the body.
    package let content: ArraySlice<UInt8>

    /// Creates a fragment; `offset` and the content lie within the message.
    package init(
        type: DTLSHandshakeType, messageLength: Int, messageSequence: UInt16, offset: Int, content: ArraySlice<UInt8>
    ) {
        self.type = type
        self.messageLength = messageLength
        self.messageSequence = messageSequence
        self.offset = offset
        self.content = content
    }

    /// Reads a fragment from the content of a handshake record, which may hold more.
    init(from reader: inout ByteReader) throws(WireError) {
        type = DTLSHandshakeType(rawValue: try reader.readUInt8())
        messageLength = try reader.readUInt24BigEndian()
        messageSequence = try reader.readUInt16BigEndian()
        offset = try reader.readUInt24BigEndian()
        let length = try reader.readUInt24BigEndian()
        guard messageLength <= Self.messageLimit else {
            throw .tooLong(field: "DTLS handshake message", length: messageLength, limit: Self.messageLimit)
        }
        guard offset + length <= messageLength else {
            throw .inconsistentLength(field: "fragment_length", stated: offset + length, actual: messageLength)
        }
        content = try reader.readBytes(length)
    }

    /// The wire form.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(type.rawValue)
        writer.writeThreeBytes(messageLength)
        writer.writeBigEndian(messageSequence)
        writer.writeThreeBytes(offset)
        writer.writeThreeBytes(content.count)
        writer.write(content)
        return writer.bytes
    }
}
