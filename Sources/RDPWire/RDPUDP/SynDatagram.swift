/// The first datagram of an RDP-UDP connection, from client to server.
///
/// MS-RDPEUDP 3.1.5.1.1. Padded with zeros to ``SynData/largestMTU``, so that no answer is longer than its question.
package struct SynDatagram: Equatable, Sendable {
    /// The highest version that the client speaks.
    package enum Version: Equatable, Sendable {
        /// Said by saying nothing.
        case one
        case two
        /// Goes on with MS-RDPEUDP2.
        case three(CookieHash)
    }

    /// Where the client begins to count, and how long its datagrams are.
    package let synData: SynData
    /// The highest version that the client speaks.
    package let version: Version
    /// Whether the lossy kind of channel is wanted.
    package let isLossy: Bool
    /// How many datagrams the client has room for.
    package let receiveWindowSize: UInt16
    /// The identifier for logs, if any.
    package let correlation: DatagramCorrelation?

    /// What snSourceAck is before anything has been received.
    private static let nothingReceived: UInt32 = 0xFFFF_FFFF

    /// Creates a datagram.
    package init(
        synData: SynData, version: Version = .two, isLossy: Bool = false, receiveWindowSize: UInt16 = 64,
        correlation: DatagramCorrelation? = nil
    ) {
        self.synData = synData
        self.version = version
        self.isLossy = isLossy
        self.receiveWindowSize = receiveWindowSize
        self.correlation = correlation
    }

    /// Decodes one datagram, padded or not.
    package init(decoding datagram: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(datagram)
        let header = try FECHeader(from: &reader)
        guard header.sourceAck == Self.nothingReceived else {
            throw .unexpected(field: "snSourceAck", value: UInt64(header.sourceAck))
        }
        guard header.flags.contains(.syn), !header.flags.contains(.ack) else {
            throw .unexpected(field: "uFlags", value: UInt64(header.flags.rawValue))
        }
        receiveWindowSize = header.receiveWindowSize
        isLossy = header.flags.contains(.synLossy)
        synData = try SynData(from: &reader)
        correlation = header.flags.contains(.correlationID) ? try DatagramCorrelation(from: &reader) : nil
        version = header.flags.contains(.synEx) ? try Version(from: &reader) : .one
    }

    /// The datagram of ``SynData/largestMTU`` bytes.
    package var encoded: [UInt8] {
        var flags: FECHeader.Flags = .syn
        if isLossy { flags.insert(.synLossy) }
        if correlation != nil { flags.insert(.correlationID) }
        if version != .one { flags.insert(.synEx) }
        var writer = ByteWriter()
        FECHeader(sourceAck: Self.nothingReceived, receiveWindowSize: receiveWindowSize, flags: flags)
            .encode(into: &writer)
        synData.encode(into: &writer)
        correlation?.encode(into: &writer)
        version.encode(into: &writer)
        return writer.paddedToLargestMTU()
    }
}

extension SynDatagram.Version {
    fileprivate init(from reader: inout ByteReader) throws(WireError) {
        switch try SynEx.version(from: &reader) {
        case nil, SynEx.versionOne: self = .one
        case SynEx.versionTwo: self = .two
        case SynEx.versionThree: self = .three(try CookieHash(from: &reader))
        case let other?: throw .unexpected(field: "uUdpVer", value: UInt64(other))
        }
    }

    fileprivate func encode(into writer: inout ByteWriter) {
        switch self {
        case .one: break
        case .two: SynEx.encode(SynEx.versionTwo, into: &writer)
        case .three(let hash):
            SynEx.encode(SynEx.versionThree, into: &writer)
            writer.write(hash.bytes)
        }
    }
}
