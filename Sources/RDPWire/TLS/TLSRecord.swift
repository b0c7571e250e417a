/// What a TLS record carries (RFC 8446, section 5.1; heartbeat: RFC 6520).
package enum TLSContentType: UInt8, Hashable, CaseIterable, Sendable {
    /// ChangeCipherSpec: from here on protected; a dummy in TLS 1.3.
    case changeCipherSpec = 20
    /// Alerts.
    case alert = 21
    /// Handshake messages, or parts of them.
    case handshake = 22
    /// Protected content.
    case applicationData = 23
    /// Heartbeats.
    case heartbeat = 24
}

/// The five bytes before the content of every TLS record.
///
/// RFC 8446, section 5.1, and the same in RFC 5246, section 6.2.
package struct TLSRecordHeader: Equatable, Sendable {
    /// The size of the header itself, in bytes.
    package static let size = 5

    /// The largest length: 2^14 and the 2,048 that TLS 1.2 allows for protection (RFC 5246, 6.2.3).
    package static let maximumLength = 18_432

    /// What the record carries.
    package let contentType: TLSContentType
    /// The record version; 0x0303 whatever TLS 1.3 negotiates.
    package let version: TLSVersion
    /// The number of bytes that follow the header.
    package let length: UInt16

    /// Creates a header.
    package init(contentType: TLSContentType, version: TLSVersion, length: UInt16) {
        self.contentType = contentType
        self.version = version
        self.length = length
    }

    /// Decodes the header at the front of `bytes`, which may hold more.
    package init(decoding bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        try self.init(from: &reader)
    }

    /// Whether `bytes` begin with a content type and a version (3.x) that exist, whatever length they state.
    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let type = bytes.first, let major = bytes.dropFirst().first else { return false }
        return TLSContentType(rawValue: type) != nil && major == 3
    }

    /// Reads a header.
    init(from reader: inout ByteReader) throws(WireError) {
        let rawType = try reader.readUInt8()
        guard let contentType = TLSContentType(rawValue: rawType) else {
            throw .unexpected(field: "TLS content type", value: UInt64(rawType))
        }
        let rawVersion = try reader.readUInt16BigEndian()
        guard rawVersion >> 8 == 3 else { throw .unexpected(field: "TLS record version", value: UInt64(rawVersion)) }
        let length = try reader.readUInt16BigEndian()
        guard length <= Self.maximumLength else {
            throw .tooLong(field: "TLS record", length: Int(length), limit: Self.maximumLength)
        }
        self.init(contentType: contentType, version: TLSVersion(rawValue: rawVersion), length: length)
    }

    /// The wire form.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(contentType.rawValue)
        writer.writeBigEndian(version.rawValue)
        writer.writeBigEndian(length)
        return writer.bytes
    }
}
