/// The four bytes before every X.224 message on a TCP stream.
///
/// RFC 1006, section 6; MS-RDPBCGR 2.2.1.1. TLS records carry no such header.
package struct TPKTHeader: Equatable, Sendable {
    /// The size of the header itself, in bytes.
    package static let size = 4

    /// The only version there is.
    package static let version: UInt8 = 3

    /// The length of the whole packet in bytes, this header included; at least 7.
    package let length: UInt16

    /// Creates a header for a packet of `length` bytes.
    package init(length: UInt16) {
        self.length = length
    }

    /// Reads a header; the reserved byte may hold anything.
    init(from reader: inout ByteReader) throws(WireError) {
        let version = try reader.readUInt8()
        guard version == Self.version else { throw .unexpected(field: "TPKT version", value: UInt64(version)) }
        _ = try reader.readUInt8()
        length = try reader.readUInt16BigEndian()
        // RFC 1006: the shortest TPDU has three bytes.
        guard length >= 7 else { throw .unexpected(field: "TPKT length", value: UInt64(length)) }
    }

    /// The wire form.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        encode(into: &writer)
        return writer.bytes
    }

    /// Writes the wire form.
    func encode(into writer: inout ByteWriter) {
        writer.write(Self.version)
        writer.write(0)
        writer.writeBigEndian(length)
    }

    /// Measures the packet that begins with `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: What has arrived so far; may hold less or more than one packet.
    ///   - limit: The longest packet acceptable here, in bytes.
    /// - Returns: The length of the whole packet in bytes, or `nil` while too few have come to tell.
    /// - Throws: ``WireError`` as soon as the bytes cannot begin a packet within the limit.
    package static func frameLength(of bytes: ArraySlice<UInt8>, limit: Int) throws(WireError) -> Int? {
        guard let first = bytes.first else { return nil }
        guard first == version else { throw .unexpected(field: "TPKT version", value: UInt64(first)) }
        guard bytes.count >= size else { return nil }
        var reader = ByteReader(bytes)
        let length = Int(try TPKTHeader(from: &reader).length)
        guard length <= limit else { throw .tooLong(field: "TPKT packet", length: length, limit: limit) }
        return length
    }
}
