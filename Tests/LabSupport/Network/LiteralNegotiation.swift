/// One X.224 Connection Request in literal bytes, and what a server answers to it (MS-RDPBCGR 2.2.1.1 and 2.2.1.2).
///
/// An independent client: it knows nothing of the program's codecs, and sends no cookie.
package struct LiteralNegotiation: Sendable {
    /// What the answer says of security, if it is a Connection Confirm.
    package enum Answer: Sendable, Hashable {
        /// RDP_NEG_RSP with its selectedProtocol and flags.
        case selected(UInt32, flags: UInt8)
        /// RDP_NEG_FAILURE with its code.
        case refused(UInt32)
        /// A confirm that ends after its fixed part.
        case withoutNegotiation
    }

    /// The whole packet that came.
    package let bytes: [UInt8]

    /// The request for these protocols; without RDP_NEG_REQ when `mask` is nil.
    package static func request(mask: UInt8?) -> [UInt8] {
        guard let mask else { return [3, 0, 0, 11, 6, 0xE0, 0, 0, 0, 0, 0] }
        return [3, 0, 0, 19, 14, 0xE0, 0, 0, 0, 0, 0, 1, 0, 8, 0, mask, 0, 0, 0]
    }

    /// Sends the request on a connection of its own, and receives one packet by its TPKT length.
    ///
    /// - Throws: ``LabError`` when the server closes first, or does not answer in time.
    package static func perform(mask: UInt8?, with endpoint: LoopbackEndpoint) async throws -> LiteralNegotiation {
        let connection = try await LoopbackSocket.connect(to: endpoint)
        try connection.send(request(mask: mask))
        let header = try await connection.receive(count: 4)
        let length = Int(header[2]) << 8 | Int(header[3])
        let rest = try await connection.receive(count: max(0, length - header.count))
        connection.finish()
        return LiteralNegotiation(bytes: header + rest)
    }

    /// What the packet says; nil when it is no Connection Confirm.
    package var answer: Answer? {
        guard bytes.count >= 11, bytes[5] == 0xD0 else { return nil }
        guard bytes.count == 19 else { return bytes.count == 11 ? .withoutNegotiation : nil }
        let value = bytes[15...18].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        switch bytes[11] {
        case 2: return .selected(value, flags: bytes[12])
        case 3: return .refused(value)
        default: return nil
        }
    }
}
