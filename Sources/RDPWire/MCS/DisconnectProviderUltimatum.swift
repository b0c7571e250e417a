/// The MCS message that ends a session, sent in the clear.
///
/// ITU-T T.125, section 7, aligned PER, in an X.224 data TPDU; MS-RDPBCGR 2.2.2.3 shows the same nine bytes. xrdp sends
/// it where a ServerHello is due when it cannot use its certificate or key, and TLS libraries then only complain of a
/// wrong version number.
package struct DisconnectProviderUltimatum: Equatable, Sendable {
    /// Who or what ended the session (T.125, `Reason`).
    package enum Reason: UInt8, CaseIterable, Sendable {
        /// The domain is gone.
        case domainDisconnected = 0
        /// The provider, that is the server, ends it.
        case providerInitiated = 1
        /// A token was purged.
        case tokenPurged = 2
        /// A user asked for it.
        case userRequested = 3
        /// A channel was purged.
        case channelPurged = 4

        /// The name of T.125.
        package var name: String {
            switch self {
            case .domainDisconnected: "rn-domain-disconnected"
            case .providerInitiated: "rn-provider-initiated"
            case .tokenPurged: "rn-token-purged"
            case .userRequested: "rn-user-requested"
            case .channelPurged: "rn-channel-purged"
            }
        }
    }

    /// The reason given.
    package let reason: Reason

    /// The alternative of the choice DomainMCSPDU, in the upper six bits.
    private static let choice: UInt8 = 8
    /// X.224 data TPDU: length indicator, code, end of transmission.
    private static let dataHeader: [UInt8] = [0x02, 0xF0, 0x80]

    /// Creates the message.
    package init(reason: Reason) {
        self.reason = reason
    }

    /// Decodes exactly one packet, TPKT header included.
    package init(decoding packet: ArraySlice<UInt8>) throws(WireError) {
        try self.init(TPDU(decoding: packet))
    }

    /// Decodes a TPDU that must be data holding this message and nothing else.
    init(_ tpdu: TPDU) throws(WireError) {
        var header = try tpdu.headerReader(expecting: .data, minimum: 1)
        let endOfTransmission = try header.readUInt8()
        guard endOfTransmission == 0x80 else {
            throw .unexpected(field: "end of transmission", value: UInt64(endOfTransmission))
        }
        try header.expectEnd(of: "length indicator")
        guard tpdu.userData.count == 2 else {
            throw .inconsistentLength(field: "TPKT length", stated: 7 + tpdu.userData.count, actual: 9)
        }
        var reader = ByteReader(tpdu.userData)
        let first = try reader.readUInt8()
        guard first >> 2 == Self.choice else { throw .unexpected(field: "DomainMCSPDU", value: UInt64(first >> 2)) }
        // The reason's three bits: two in this byte, one at the top of the next; the rest is padding.
        let rawReason = (first & 0x03) << 1 | (try reader.readUInt8()) >> 7
        guard let reason = Reason(rawValue: rawReason) else {
            throw .unexpected(field: "disconnect reason", value: UInt64(rawReason))
        }
        self.reason = reason
    }

    /// The packet, TPKT header included: nine bytes.
    package var encoded: [UInt8] {
        var writer = ByteWriter()
        TPKTHeader(length: 9).encode(into: &writer)
        writer.write(Self.dataHeader)
        writer.write(Self.choice << 2 | reason.rawValue >> 1)
        writer.write(reason.rawValue << 7)
        return writer.bytes
    }
}
