/// The first message of every RDP connection, from client to server.
///
/// X.224 Connection Request with what RDP adds, MS-RDPBCGR 2.2.1.1. As strict as a Windows server, which drops the
/// connection on inconsistent lengths, fewer than 11 bytes, or a class other than 0 (MS-RDPBCGR 3.3.5.3.1).
package struct ConnectionRequest: Equatable, Sendable {
    /// The client's reference; 0 from every known client.
    package let sourceReference: UInt16
    /// What is meant for load balancers.
    package let routing: RoutingInformation
    /// The protocols offered; `nil` from clients that know only Standard RDP Security.
    package let negotiation: NegotiationRequest?

    /// The fixed part after length indicator and code: DST-REF, SRC-REF and class.
    private static let fixedPartSize = 5

    /// Creates a request.
    package init(
        sourceReference: UInt16 = 0, routing: RoutingInformation = .none, negotiation: NegotiationRequest? = nil
    ) {
        self.sourceReference = sourceReference
        self.routing = routing
        self.negotiation = negotiation
    }

    /// Decodes exactly one packet, TPKT header included.
    package init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        let tpdu = try TPDU(decoding: packet)
        var reader = try tpdu.headerReader(expecting: .connectionRequest, minimum: Self.fixedPartSize)
        _ = try reader.readUInt16BigEndian()
        sourceReference = try reader.readUInt16BigEndian()
        let classOptions = try reader.readUInt8()
        guard classOptions == 0 else { throw .unexpected(field: "class", value: UInt64(classOptions)) }
        routing = try RoutingInformation(from: &reader)
        negotiation = reader.remaining > 0 ? try NegotiationRequest(from: &reader) : nil
        try reader.expectEnd(of: "Connection Request")
    }

    /// The packet, TPKT header included.
    ///
    /// - Throws: ``WireError`` when the routing text is not printable ASCII or too long for one TPDU.
    package func encoded() throws(WireError) -> [UInt8] {
        var header = ByteWriter()
        header.writeBigEndian(UInt16(0))
        header.writeBigEndian(sourceReference)
        header.write(0)
        try routing.encode(into: &header)
        negotiation?.encode(into: &header)
        return try TPDU.packet(.connectionRequest, header: header.bytes)
    }
}
