extension IPAddress {
    /// The IPv4 address of four octets.
    package init(octets first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        bytes = [first, second, third, fourth]
    }

    /// `127.0.0.1`.
    package static let ipv4Loopback = IPAddress(octets: 127, 0, 0, 1)

    /// `::1`.
    package static let ipv6Loopback = IPAddress(sixteen: (0..<16).map { $0 == 15 ? 1 : 0 })

    private init(sixteen bytes: [UInt8]) {
        self.bytes = bytes
    }
}
