/// The first eight bytes of every RDP-UDP datagram up to version 2: RDPUDP_FEC_HEADER.
///
/// MS-RDPEUDP 2.2.2.1. All fields of this protocol are big endian.
struct FECHeader: Equatable, Sendable {
    /// What a datagram is and what follows its header: uFlags.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt16

        /// Opens a connection.
        static let syn = Flags(rawValue: 0x0001)
        /// Acknowledges.
        static let ack = Flags(rawValue: 0x0004)
        /// The lossy kind of channel is wanted.
        static let synLossy = Flags(rawValue: 0x0200)
        /// RDPUDP_CORRELATION_ID_PAYLOAD follows.
        static let correlationID = Flags(rawValue: 0x0800)
        /// RDPUDP_SYNDATAEX_PAYLOAD follows.
        static let synEx = Flags(rawValue: 0x1000)
    }

    /// The highest sequence number received: snSourceAck.
    let sourceAck: UInt32
    /// How many datagrams the sender has room for: uReceiveWindowSize.
    let receiveWindowSize: UInt16
    let flags: Flags

    init(sourceAck: UInt32, receiveWindowSize: UInt16, flags: Flags) {
        self.sourceAck = sourceAck
        self.receiveWindowSize = receiveWindowSize
        self.flags = flags
    }

    init(from reader: inout ByteReader) throws(WireError) {
        sourceAck = try reader.readUInt32BigEndian()
        receiveWindowSize = try reader.readUInt16BigEndian()
        flags = Flags(rawValue: try reader.readUInt16BigEndian())
    }

    func encode(into writer: inout ByteWriter) {
        writer.writeBigEndian(sourceAck)
        writer.writeBigEndian(receiveWindowSize)
        writer.writeBigEndian(flags.rawValue)
    }
}
