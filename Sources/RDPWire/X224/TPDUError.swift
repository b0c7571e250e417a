/// An X.224 Error TPDU: the server says that it did not understand what it got.
///
/// ITU-T X.224, 13.12.
package struct TPDUError: Equatable, Sendable {
    /// The peer's reference.
    package let destinationReference: UInt16
    /// The cause's number (X.224, 13.12.3 c).
    package let rejectCause: UInt8
    /// Parameters after the fixed part, usually the refused TPDU's first bytes; at most 250 bytes.
    package let variablePart: [UInt8]

    private static let fixedPartSize = 3

    /// Creates an Error TPDU.
    package init(destinationReference: UInt16 = 0, rejectCause: UInt8, variablePart: [UInt8] = []) {
        self.destinationReference = destinationReference
        self.rejectCause = rejectCause
        self.variablePart = variablePart
    }

    /// Decodes exactly one packet, TPKT header included.
    package init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        try self.init(TPDU(decoding: packet))
    }

    /// Decodes a TPDU that must be an Error.
    init(_ tpdu: TPDU) throws(WireError) {
        var reader = try tpdu.headerReader(expecting: .error, minimum: Self.fixedPartSize)
        destinationReference = try reader.readUInt16BigEndian()
        rejectCause = try reader.readUInt8()
        variablePart = Array(reader.readRest())
    }

    /// The packet, TPKT header included; throws when the variable part is too long for one TPDU.
    package func encoded() throws(WireError) -> [UInt8] {
        var header = ByteWriter()
        header.writeBigEndian(destinationReference)
        header.write(rejectCause)
        header.write(variablePart)
        return try TPDU.packet(.error, header: header.bytes)
    }
}
