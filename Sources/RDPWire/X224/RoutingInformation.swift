/// What a Connection Request carries for load balancers and brokers: a cookie or a routing token, never both.
///
/// MS-RDPBCGR 2.2.1.1 and 3.2.5.3.1. On the wire a line of printable ASCII that ends with CR LF.
package enum RoutingInformation: Equatable, Sendable {
    /// Neither.
    case none
    /// `Cookie: mstshash=` and this name.
    case cookie(String)
    /// The whole line as it stands, such as `Cookie: msts=3640205228.15629.0000` or `tsv://…`, without CR LF.
    case routingToken(String)

    private static let cookiePrefix = "Cookie: mstshash="
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    /// Reads the line, if there is one before the negotiation structure.
    init(from reader: inout ByteReader) throws(WireError) {
        // RDP_NEG_REQ begins with 0x01, which no line of text does.
        guard let first = reader.next, first != NegotiationRequest.type else {
            self = .none
            return
        }
        var line: [UInt8] = []
        var byte = try reader.readUInt8()
        while byte != Self.carriageReturn, reader.remaining > 0 {
            try Self.requirePrintable(byte)
            line.append(byte)
            byte = try reader.readUInt8()
        }
        guard byte == Self.carriageReturn, reader.next == Self.lineFeed else {
            throw .unexpected(field: "end of routing information", value: UInt64(reader.next ?? byte))
        }
        _ = try reader.readUInt8()
        let text = String(decoding: line, as: UTF8.self)
        self =
            text.hasPrefix(Self.cookiePrefix)
            ? .cookie(String(text.dropFirst(Self.cookiePrefix.count))) : .routingToken(text)
    }

    /// Writes the line with its CR LF; throws when the text is not printable ASCII.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        let text: String
        switch self {
        case .none: return
        case .cookie(let name): text = Self.cookiePrefix + name
        case .routingToken(let token): text = token
        }
        for byte in text.utf8 {
            try Self.requirePrintable(byte)
        }
        writer.write(text.utf8)
        writer.write([Self.carriageReturn, Self.lineFeed])
    }

    private static func requirePrintable(_ byte: UInt8) throws(WireError) {
        guard (0x20...0x7E).contains(byte) else {
            throw .unexpected(field: "routing information", value: UInt64(byte))
        }
    }
}
