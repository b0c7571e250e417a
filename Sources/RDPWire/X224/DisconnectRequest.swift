/// An X.224 Disconnect Request: the server refuses or ends the connection before security starts.
///
/// ITU-T X.224, 13.5. Windows does not send it; other transports and middle boxes do.
package struct DisconnectRequest: Equatable, Sendable {
    /// The peer's reference.
    package let destinationReference: UInt16
    /// The sender's reference.
    package let sourceReference: UInt16
    /// The reason's number (X.224, 13.5.3 d).
    package let reason: UInt8
    /// Parameters after the fixed part, at most 248 bytes.
    package let variablePart: [UInt8]

    private static let fixedPartSize = 5

    /// Creates a Disconnect Request.
    package init(
        destinationReference: UInt16 = 0, sourceReference: UInt16 = 0, reason: UInt8, variablePart: [UInt8] = []
    ) {
        self.destinationReference = destinationReference
        self.sourceReference = sourceReference
        self.reason = reason
        self.variablePart = variablePart
    }

    /// Decodes exactly one packet, TPKT header included.
    package init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        try self.init(TPDU(decoding: packet))
    }

    /// Decodes a TPDU that must be a Disconnect Request.
    init(_ tpdu: TPDU) throws(WireError) {
        var reader = try tpdu.headerReader(expecting: .disconnectRequest, minimum: Self.fixedPartSize)
        destinationReference = try reader.readUInt16BigEndian()
        sourceReference = try reader.readUInt16BigEndian()
        reason = try reader.readUInt8()
        variablePart = Array(reader.readRest())
    }

    /// The packet, TPKT header included; throws when the variable part is too long for one TPDU.
    package func encoded() throws(WireError) -> [UInt8] {
        var header = ByteWriter()
        header.writeBigEndian(destinationReference)
        header.writeBigEndian(sourceReference)
        header.write(reason)
        header.write(variablePart)
        return try TPDU.packet(.disconnectRequest, header: header.bytes)
    }
}
