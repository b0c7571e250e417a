internal import FleetModel
internal import Glibc

/// The order in which the addresses of a name are tried: RFC 6724, simplified.
///
/// An IPv6 address goes before the IPv4 addresses when this machine has a route to it, and behind them when it has none
/// (rule 1) or when it is 6to4 or Teredo (rule 6). Within a family the order of the answer stays, for that is how name
/// servers spread load.
enum AddressOrder {
    /// Puts addresses in order; `hasRoute` is asked about IPv6 addresses only, and only when there is a choice.
    static func sorted(_ addresses: [IPAddress], hasRoute: (IPAddress) -> Bool) -> [IPAddress] {
        let ipv4 = addresses.filter { !$0.isIPv6 }
        let ipv6 = addresses.filter(\.isIPv6)
        guard !ipv4.isEmpty, !ipv6.isEmpty else { return addresses }
        let preferred = ipv6.filter { !isTunnelled($0) && hasRoute($0) }
        return preferred + ipv4 + ipv6.filter { !preferred.contains($0) }
    }

    /// Whether an address is 6to4 (2002::/16) or Teredo (2001::/32), which RFC 6724 ranks below IPv4.
    private static func isTunnelled(_ address: IPAddress) -> Bool {
        address.bytes.starts(with: [0x20, 0x02]) || address.bytes.starts(with: [0x20, 0x01, 0, 0])
    }

    /// Whether the kernel has a route to an IPv6 address. Connecting a datagram socket asks it and sends nothing.
    static func systemHasRoute(to address: IPAddress) -> Bool {
        guard address.isIPv6 else { return true }
        let descriptor = socket(AF_INET6, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var peer = sockaddr_in6()
        peer.sin6_family = sa_family_t(AF_INET6)
        // The discard port; any would do.
        peer.sin6_port = UInt16(9).bigEndian
        withUnsafeMutableBytes(of: &peer.sin6_addr) { $0.copyBytes(from: address.bytes) }
        return withUnsafePointer(to: &peer) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
    }
}
