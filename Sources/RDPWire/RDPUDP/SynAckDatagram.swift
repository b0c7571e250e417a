/// The server's answer to a ``SynDatagram``.
///
/// MS-RDPEUDP 3.1.5.1.3. Taken as leniently as clients do: 16 bytes with both flags will do, and what should follow them
/// counts only when it is there.
package struct SynAckDatagram: Equatable, Sendable {
    /// The initial sequence number of the SYN that this answers: snSourceAck.
    package let acknowledged: UInt32
    /// Where the server begins to count, and how long its datagrams are.
    package let synData: SynData
    /// The highest version that both sides speak, as its number (uUdpVer); nil when the server names none, which
    /// means version 1.
    package let version: UInt16?
    /// How many datagrams the server has room for.
    package let receiveWindowSize: UInt16

    /// Creates an answer.
    package init(acknowledged: UInt32, synData: SynData, version: UInt16? = nil, receiveWindowSize: UInt16 = 64) {
        self.acknowledged = acknowledged
        self.synData = synData
        self.version = version
        self.receiveWindowSize = receiveWindowSize
    }

    /// Decodes one datagram, padded or not.
    ///
    /// - Throws: ``WireError`` when it has fewer than 16 bytes or is no SYN+ACK. Whose SYN it acknowledges is for the
    ///   caller to compare.
    package init(decoding datagram: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(datagram)
        let header = try FECHeader(from: &reader)
        let synData = try SynData(from: &reader)
        guard header.flags.isSuperset(of: [.syn, .ack]) else {
            throw .unexpected(field: "uFlags", value: UInt64(header.flags.rawValue))
        }
        self.init(
            acknowledged: header.sourceAck, synData: synData, version: Self.version(header.flags, &reader),
            receiveWindowSize: header.receiveWindowSize)
    }

    /// The datagram of ``SynData/largestMTU`` bytes.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        let flags: FECHeader.Flags = version == nil ? [.syn, .ack] : [.syn, .ack, .synEx]
        FECHeader(sourceAck: acknowledged, receiveWindowSize: receiveWindowSize, flags: flags).encode(into: &writer)
        synData.encode(into: &writer)
        if let version { SynEx.encode(version, into: &writer) }
        return writer.paddedToLargestMTU()
    }

    private static func version(_ flags: FECHeader.Flags, _ reader: inout ByteReader) -> UInt16? {
        guard flags.contains(.synEx) else { return nil }
        do {
            if flags.contains(.correlationID) { _ = try DatagramCorrelation(from: &reader) }
            return try SynEx.version(from: &reader)
        } catch {
            // Cut short behind what counts.
            return nil
        }
    }
}
