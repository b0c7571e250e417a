/// Which way a packet leaves this machine towards one address.
package struct LocalLink: Sendable, Hashable, Codable {
    /// What sort of interface it is.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// To this machine itself.
        case loopback
        /// Of a VPN or another tunnel.
        case tunnel
        /// Of containers or virtual machines on this machine.
        case bridge
        /// Ethernet, Wi-Fi, and whatever else.
        case other
    }

    /// The name of the interface, such as `eth0`, cleaned.
    package var interface: String
    /// What sort it is, as far as its flags and its name tell.
    package var kind: Kind
    /// The subnet of an interface of ours that the address lies in, the narrowest of several; nil when it is beyond a
    /// router.
    package var subnet: Subnet?

    /// Creates a way out.
    package init(interface: String, kind: Kind, subnet: Subnet? = nil) {
        self.interface = interface
        self.kind = kind
        self.subnet = subnet
    }

    /// `eth0`, or `eth0, in our own subnet 10.0.0.0/24`.
    package var words: String {
        let name = kind == .other ? interface : "\(interface) (\(kind.rawValue))"
        return name + (subnet.map { ", in our own subnet \($0)" } ?? "")
    }
}

/// A block of addresses that share their first bits.
package struct Subnet: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The first address of the block.
    package let address: IPAddress
    /// How many bits its addresses share: 0 to 32, or 0 to 128 for IPv6.
    package let prefixLength: Int

    /// The block that an address lies in; nil when it has not as many bits.
    package init?(of address: IPAddress, prefixLength: Int) {
        guard (0...address.bytes.count * 8).contains(prefixLength) else { return nil }
        let bytes = address.bytes.enumerated().map { index, byte in byte & Self.mask(prefixLength, at: index) }
        guard let first = IPAddress(bytes: bytes) else { return nil }
        self.address = first
        self.prefixLength = prefixLength
    }

    /// Whether an address lies in it.
    package func contains(_ other: IPAddress) -> Bool {
        guard other.isIPv6 == address.isIPv6 else { return false }
        return zip(address.bytes, other.bytes).enumerated().allSatisfy { index, bytes in
            (bytes.0 ^ bytes.1) & Self.mask(prefixLength, at: index) == 0
        }
    }

    /// The bits of one byte that belong to a prefix.
    private static func mask(_ prefixLength: Int, at index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: 0xFF00 >> max(0, min(8, prefixLength - index * 8)))
    }

    /// `192.0.2.0/24`.
    package var description: String { "\(address)/\(prefixLength)" }
}
