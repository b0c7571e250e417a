/// The identifier that makes one RDP-UDP connection searchable in logs: RDPUDP_CORRELATION_ID_PAYLOAD.
///
/// MS-RDPEUDP 2.2.2.8. The same identifier as in ``CorrelationInfo``, in another wrapping.
package struct DatagramCorrelation: Equatable, Sendable {
    /// The 16 bytes of the identifier.
    package let identifier: [UInt8]

    private static let identifierSize = 16
    private static let reservedSize = 16

    /// Creates the structure.
    ///
    /// - Throws: ``WireError`` when the identifier is not of 16 bytes.
    package init(identifier: [UInt8]) throws(WireError) {
        guard identifier.count == Self.identifierSize else {
            throw .inconsistentLength(
                field: "uCorrelationId", stated: Self.identifierSize, actual: identifier.count)
        }
        self.identifier = identifier
    }

    /// Reads the 32 bytes; the reserved ones may hold anything.
    init(from reader: inout ByteReader) throws(WireError) {
        identifier = Array(try reader.readBytes(Self.identifierSize))
        _ = try reader.readBytes(Self.reservedSize)
    }

    /// Writes the 32 bytes.
    func encode(into writer: inout ByteWriter) {
        writer.write(identifier)
        writer.write(repeatElement(0, count: Self.reservedSize))
    }
}
