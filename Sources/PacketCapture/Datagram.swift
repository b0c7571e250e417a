import FleetModel

/// A UDP datagram in its IP packet (RFC 768).
enum Datagram {
    /// The header's length, in bytes.
    private static let headerSize = 8

    /// The packet that carries these bytes.
    static func packet(_ bytes: [UInt8], from source: SocketEndpoint, to destination: SocketEndpoint) -> [UInt8] {
        let bytes = bytes.prefix(IPPacket.payloadLimit - headerSize)
        let header = big(source.port) + big(destination.port) + big(UInt16(bytes.count + headerSize)) + [0, 0]
        return IPPacket.packet(
            header + bytes, .udp, checksumOffset: 6, from: source.address, to: destination.address)
    }
}
