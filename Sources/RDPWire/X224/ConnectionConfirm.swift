/// The server's answer to a Connection Request.
///
/// X.224 Connection Confirm with what RDP adds, MS-RDPBCGR 2.2.1.2. References and class are kept as they come, because
/// implementations differ in them (Windows says SRC-REF 0x1234, VirtualBox 0x3412, others 0); lengths must fit exactly.
package struct ConnectionConfirm: Equatable, Sendable {
    /// What the server says about security.
    package enum Negotiation: Equatable, Sendable {
        /// Nothing: the server does not negotiate, or was not asked.
        case absent
        /// RDP_NEG_RSP: a protocol is selected.
        case response(NegotiationResponse)
        /// RDP_NEG_FAILURE: the offer is refused.
        case failure(NegotiationFailureCode)
    }

    /// The SRC-REF of Windows.
    package static let windowsSourceReference: UInt16 = 0x1234

    /// The client's reference, given back.
    package let destinationReference: UInt16
    /// The server's reference: tells implementations apart.
    package let sourceReference: UInt16
    /// Class and options; 0 from every known server.
    package let classOptions: UInt8
    /// What the server says about security.
    package let negotiation: Negotiation

    /// The fixed part after length indicator and code: DST-REF, SRC-REF and class.
    private static let fixedPartSize = 5
    /// The size of RDP_NEG_RSP and of RDP_NEG_FAILURE.
    private static let negotiationSize: UInt16 = 8

    /// Creates a confirm.
    package init(
        destinationReference: UInt16 = 0, sourceReference: UInt16 = windowsSourceReference, classOptions: UInt8 = 0,
        negotiation: Negotiation
    ) {
        self.destinationReference = destinationReference
        self.sourceReference = sourceReference
        self.classOptions = classOptions
        self.negotiation = negotiation
    }

    /// Decodes exactly one packet, TPKT header included.
    package init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        try self.init(TPDU(decoding: packet))
    }

    /// Decodes a TPDU that must be a Connection Confirm.
    init(_ tpdu: TPDU) throws(WireError) {
        var reader = try tpdu.headerReader(expecting: .connectionConfirm, minimum: Self.fixedPartSize)
        destinationReference = try reader.readUInt16BigEndian()
        sourceReference = try reader.readUInt16BigEndian()
        classOptions = try reader.readUInt8()
        guard reader.remaining > 0 else {
            negotiation = .absent
            return
        }
        guard reader.remaining == Int(Self.negotiationSize) else {
            throw .inconsistentLength(
                field: "length indicator", stated: tpdu.header.count + 1,
                actual: 1 + Self.fixedPartSize + Int(Self.negotiationSize))
        }
        negotiation = try Self.negotiation(from: &reader)
    }

    /// The packet, TPKT header included: 11 or 19 bytes.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        let negotiationSize = negotiation == .absent ? 0 : Self.negotiationSize
        TPKTHeader(length: 11 + negotiationSize).encode(into: &writer)
        writer.write(UInt8(6 + negotiationSize))
        writer.write(TPDU.Code.connectionConfirm.rawValue)
        writer.writeBigEndian(destinationReference)
        writer.writeBigEndian(sourceReference)
        writer.write(classOptions)
        switch negotiation {
        case .absent:
            break
        case .response(let response):
            writer.write([NegotiationResponse.type, response.flags.rawValue])
            writer.writeLittleEndian(Self.negotiationSize)
            writer.writeLittleEndian(response.selectedProtocol.rawValue)
        case .failure(let code):
            writer.write([NegotiationFailureCode.type, 0])
            writer.writeLittleEndian(Self.negotiationSize)
            writer.writeLittleEndian(code.rawValue)
        }
        return writer.bytes
    }

    private static func negotiation(from reader: inout ByteReader) throws(WireError) -> Negotiation {
        let type = try reader.readUInt8()
        let flags = try reader.readUInt8()
        let length = try reader.readUInt16LittleEndian()
        guard length == negotiationSize else {
            throw .inconsistentLength(
                field: "negotiation length", stated: Int(length), actual: Int(negotiationSize))
        }
        let value = try reader.readUInt32LittleEndian()
        switch type {
        case NegotiationResponse.type:
            return .response(
                NegotiationResponse(
                    selectedProtocol: SecurityProtocols(rawValue: value),
                    flags: NegotiationResponse.Flags(rawValue: flags)))
        case NegotiationFailureCode.type:
            return .failure(NegotiationFailureCode(rawValue: value))
        default:
            throw .unexpected(field: "negotiation type", value: UInt64(type))
        }
    }
}
