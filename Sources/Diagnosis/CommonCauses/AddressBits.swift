import FleetModel

/// An address, or the network it is in, as numbers: cheaper to compare than bytes in an array.
struct AddressBits: Sendable, Hashable {
    /// The first eight bytes of IPv6; zero for IPv4.
    private var upper: UInt64
    /// The rest of it.
    private var lower: UInt64
    /// Which family it is of.
    let isIPv6: Bool
    /// How many bits the network has; all of them for a single address.
    private(set) var length: Int

    init(_ address: IPAddress) {
        isIPv6 = address.isIPv6
        (upper, lower) = (0, 0)
        for byte in address.bytes {
            upper = upper << 8 | lower >> 56
            lower = lower << 8 | UInt64(byte)
        }
        length = address.bytes.count * 8
        if !isIPv6 { upper = 0 }
    }

    /// Its /24, or its /64 for IPv6.
    var network: AddressBits {
        var network = self
        network.lower = isIPv6 ? 0 : lower & ~0xFF
        network.length = isIPv6 ? 64 : 24
        return network
    }

    /// `10.20.4.14`, `10.20.4.0/24`, `2001:db8:0:4::/64`.
    var text: String {
        let all = [upper, lower].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
        let bytes = isIPv6 ? all : Array(all.suffix(4))
        let address = IPAddress(bytes: bytes).map(\.description) ?? ""
        return length == bytes.count * 8 ? address : "\(address)/\(length)"
    }
}
