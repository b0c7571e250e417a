/// The identifier that makes one connection searchable in the logs of all servers it passes.
///
/// RDP_NEG_CORRELATION_INFO, MS-RDPBCGR 2.2.1.1.2.
package struct CorrelationInfo: Equatable, Sendable {
    /// The 16 bytes of the identifier.
    package let identifier: [UInt8]

    private static let type: UInt8 = 0x06
    static let size: UInt16 = 36
    private static let identifierSize = 16
    private static let reservedSize = 16

    /// Creates the structure.
    ///
    /// - Parameter identifier: 16 bytes, the first neither 0x00 nor 0xF4, none of them 0x0D.
    /// - Throws: ``WireError`` when the identifier breaks these rules.
    package init(identifier: [UInt8]) throws(WireError) {
        let field = "correlationId"
        guard identifier.count == Self.identifierSize else {
            throw .inconsistentLength(field: field, stated: Self.identifierSize, actual: identifier.count)
        }
        if let first = identifier.first, first == 0x00 || first == 0xF4 {
            throw .unexpected(field: field, value: UInt64(first))
        }
        guard !identifier.contains(0x0D) else { throw .unexpected(field: field, value: 0x0D) }
        self.identifier = identifier
    }

    /// Reads the 36 bytes; flags and reserved bytes may hold anything.
    init(from reader: inout ByteReader) throws(WireError) {
        let type = try reader.readUInt8()
        guard type == Self.type else { throw .unexpected(field: "CorrelationInfo type", value: UInt64(type)) }
        _ = try reader.readUInt8()
        let length = try reader.readUInt16LittleEndian()
        guard length == Self.size else {
            throw .inconsistentLength(field: "CorrelationInfo length", stated: Int(length), actual: Int(Self.size))
        }
        let identifier = try reader.readBytes(Self.identifierSize)
        _ = try reader.readBytes(Self.reservedSize)
        try self.init(identifier: Array(identifier))
    }

    /// Writes the 36 bytes.
    func encode(into writer: inout ByteWriter) {
        writer.write(Self.type)
        writer.write(0)
        writer.writeLittleEndian(Self.size)
        writer.write(identifier)
        writer.write(repeatElement(0, count: Self.reservedSize))
    }
}
