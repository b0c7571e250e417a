/// The thirteen bytes before the content of every DTLS record.
///
/// RFC 6347, section 4.1; the same in RFC 4347.
package struct DTLSRecordHeader: Equatable, Sendable {
    /// The size of the header itself, in bytes.
    package static let size = 13
    /// The largest length: 2^14 and the 2,048 that protection may add (RFC 5246, 6.2.3).
    package static let maximumLength = 18_432

    /// What the record carries.
    package let contentType: TLSContentType
    /// The record version: until one is agreed, often 1.0 whatever is spoken.
    package let version: DTLSVersion
    /// How often keys have changed: 0 means that the content is in the clear.
    package let epoch: UInt16
    /// The number of the record within its epoch; 48 bits.
    package let sequenceNumber: UInt64
    /// The number of bytes that follow the header.
    package let length: UInt16

    /// Creates a header.
    package init(
        contentType: TLSContentType, version: DTLSVersion, epoch: UInt16 = 0, sequenceNumber: UInt64, length: UInt16
    ) {
        self.contentType = contentType
        self.version = version
        self.epoch = epoch
        self.sequenceNumber = sequenceNumber
        self.length = length
    }

    /// Decodes the header at the front of `bytes`, which may hold more.
    package init(decoding bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        try self.init(from: &reader)
    }

    /// Reads a header.
    init(from reader: inout ByteReader) throws(WireError) {
        let rawType = try reader.readUInt8()
        guard let contentType = TLSContentType(rawValue: rawType) else {
            throw .unexpected(field: "DTLS content type", value: UInt64(rawType))
        }
        let version = try DTLSVersion(from: &reader, field: "DTLS record version")
        let epoch = try reader.readUInt16BigEndian()
        let high = UInt64(try reader.readUInt24BigEndian())
        let low = UInt64(try reader.readUInt24BigEndian())
        let length = try reader.readUInt16BigEndian()
        guard length <= Self.maximumLength else {
            throw .tooLong(field: "DTLS record", length: Int(length), limit: Self.maximumLength)
        }
        self.init(
            contentType: contentType, version: version, epoch: epoch, sequenceNumber: high << 24 | low, length: length)
    }

    /// The wire form.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(contentType.rawValue)
        writer.writeBigEndian(version.rawValue)
        writer.writeBigEndian(epoch)
        writer.writeThreeBytes(Int(sequenceNumber >> 24 & 0xFF_FFFF))
        writer.writeThreeBytes(Int(sequenceNumber & 0xFF_FFFF))
        writer.writeBigEndian(length)
        return writer.bytes
    }
}
