/// Writes the messages of one side of a handshake as datagrams, and counts messages and records as that side must.
package struct DTLSHandshakeWriter: Sendable {
    /// The longest part of a message in one datagram unless somebody wants it shorter, in bytes: with all headers, and
    /// those of IPv6 and UDP, it stays within the 1,280 bytes that every link carries.
    package static let fragmentSize = 1_200

    private let version: DTLSVersion
    private var nextMessage: UInt16
    private var nextRecord: UInt64

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - version: The version of the records.
    ///   - nextMessage: The number of the first message: 0, and 1 after a HelloVerifyRequest, on either side.
    ///   - nextRecord: The number of the first record.
    package init(version: DTLSVersion, nextMessage: UInt16 = 0, nextRecord: UInt64 = 0) {
        self.version = version
        self.nextMessage = nextMessage
        self.nextRecord = nextRecord
    }

    /// The datagrams of a message, in order; at least one.
    ///
    /// - Throws: ``WireError`` for a message that has no wire form; then nothing has been counted.
    package mutating func datagrams(
        _ message: some DTLSHandshakeMessage, fragmentSize: Int = Self.fragmentSize
    ) throws(WireError) -> [[UInt8]] {
        let body = try message.encoded()
        let sequence = nextMessage
        nextMessage &+= 1
        let size = max(1, min(fragmentSize, 16_384 - DTLSHandshakeFragment.headerSize))
        return stride(from: 0, to: max(1, body.count), by: size).map { offset in
            let fragment = DTLSHandshakeFragment(
                type: type(of: message).handshakeType, messageLength: body.count, messageSequence: sequence,
                offset: offset, content: body.dropFirst(offset).prefix(size))
            return record(.handshake, fragment.encoded)
        }
    }

    /// The datagram of an alert.
    package mutating func datagram(_ alert: TLSAlert) -> [UInt8] {
        record(.alert, [alert.level.rawValue, alert.description.rawValue])
    }

    private mutating func record(_ contentType: TLSContentType, _ content: [UInt8]) -> [UInt8] {
        let header = DTLSRecordHeader(
            contentType: contentType, version: version, sequenceNumber: nextRecord,
            length: UInt16(clamping: content.count)
        )
        nextRecord += 1
        return header.encoded + content
    }
}
