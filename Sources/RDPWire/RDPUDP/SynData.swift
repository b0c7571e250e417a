/// How a side opens its half of an RDP-UDP connection: RDPUDP_SYNDATA_PAYLOAD.
///
/// MS-RDPEUDP 2.2.2.5.
package struct SynData: Equatable, Sendable {
    /// The longest datagram, in bytes, and the length to which a SYN and its answer are padded (MS-RDPEUDP 3.1.5.1.1).
    package static let largestMTU: UInt16 = 1232

    /// Where the sender begins to count: snInitialSequenceNumber.
    package let initialSequenceNumber: UInt32
    /// The longest datagram that the sender will send, in bytes: uUpStreamMtu, 1132 to 1232.
    package let upstreamMTU: UInt16
    /// The longest datagram that the sender will take, in bytes: uDownStreamMtu, 1132 to 1232.
    package let downstreamMTU: UInt16

    /// Creates the structure; nobody checks the bounds of the two lengths.
    package init(
        initialSequenceNumber: UInt32, upstreamMTU: UInt16 = largestMTU, downstreamMTU: UInt16 = largestMTU
    ) {
        self.initialSequenceNumber = initialSequenceNumber
        self.upstreamMTU = upstreamMTU
        self.downstreamMTU = downstreamMTU
    }

    /// Reads the eight bytes; lengths out of bounds are kept as they came.
    init(from reader: inout ByteReader) throws(WireError) {
        initialSequenceNumber = try reader.readUInt32BigEndian()
        upstreamMTU = try reader.readUInt16BigEndian()
        downstreamMTU = try reader.readUInt16BigEndian()
    }

    /// Writes the eight bytes.
    func encode(into writer: inout ByteWriter) {
        writer.writeBigEndian(initialSequenceNumber)
        writer.writeBigEndian(upstreamMTU)
        writer.writeBigEndian(downstreamMTU)
    }
}

extension ByteWriter {
    /// The bytes with zeros behind them, as long as both sides pad the first datagram.
    func paddedToLargestMTU() -> [UInt8] {
        bytes + repeatElement(0, count: max(0, Int(SynData.largestMTU) - bytes.count))
    }
}
