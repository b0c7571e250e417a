import FleetModel

/// An IP packet around a TCP segment or a UDP datagram (RFC 791, 3.1; RFC 8200, 3).
enum IPPacket {
    /// The protocols' numbers.
    enum Payload: UInt8 {
        case tcp = 6
        case udp = 17
    }

    /// The most bytes that are put after the IP header: what fits the length field with either header.
    static let payloadLimit = 65_535 - 20

    private static let timeToLive: UInt8 = 64

    /// The packet, with the checksum of its payload filled in at `checksumOffset`.
    static func packet(
        _ payload: [UInt8], _ kind: Payload, checksumOffset: Int, from source: IPAddress, to destination: IPAddress
    ) -> [UInt8] {
        var payload = payload
        let pseudoHeader =
            source.bytes + destination.bytes + big(UInt32(clamping: payload.count)) + [0, 0, 0, kind.rawValue]
        let sum = internetChecksum(pseudoHeader + payload)
        // RFC 768: a checksum of zero would say that there is none.
        payload.replaceSubrange(checksumOffset..<checksumOffset + 2, with: big(sum == 0 ? 0xFFFF : sum))
        return header(payload.count, kind, from: source, to: destination) + payload
    }

    private static func header(
        _ length: Int, _ kind: Payload, from source: IPAddress, to destination: IPAddress
    ) -> [UInt8] {
        guard !source.isIPv6 else {
            return [0x60, 0, 0, 0] + big(UInt16(clamping: length)) + [kind.rawValue, timeToLive] + source.bytes
                + destination.bytes
        }
        // Do not fragment; identification zero, as Linux sends it then.
        let start = [0x45, 0] + big(UInt16(clamping: length + 20)) + [0, 0, 0x40, 0, timeToLive, kind.rawValue]
        let addresses = source.bytes + destination.bytes
        return start + big(internetChecksum(start + addresses)) + addresses
    }

    /// The ones' complement of the ones' complement sum of 16-bit words (RFC 1071).
    static func internetChecksum(_ bytes: [UInt8]) -> UInt16 {
        var sum: UInt32 = 0
        for index in stride(from: 0, to: bytes.count, by: 2) {
            let low = index + 1 < bytes.count ? bytes[index + 1] : 0
            sum += UInt32(bytes[index]) << 8 | UInt32(low)
            sum = (sum & 0xFFFF) + sum >> 16
        }
        return ~UInt16(truncatingIfNeeded: sum)
    }
}

/// A number in network order.
func big<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}
