/// A version of DTLS as on the wire, which is the ones' complement of the number people call it by.
package struct DTLSVersion: RawRepresentable, Hashable, Sendable {
    /// Both bytes, such as 0xFEFD.
    package let rawValue: UInt16

    /// Creates a version from its two bytes.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// DTLS 1.0 (RFC 4347).
    package static let dtls10 = DTLSVersion(rawValue: 0xFEFF)
    /// DTLS 1.2 (RFC 6347).
    package static let dtls12 = DTLSVersion(rawValue: 0xFEFD)

    /// Reads a version; anything that is not of the family of DTLS is refused.
    init(from reader: inout ByteReader, field: String) throws(WireError) {
        rawValue = try reader.readUInt16BigEndian()
        guard rawValue >> 8 == 0xFE else { throw .unexpected(field: field, value: UInt64(rawValue)) }
    }
}
