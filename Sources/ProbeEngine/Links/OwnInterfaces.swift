internal import FleetModel
internal import Glibc

/// The addresses of this machine's interfaces, as getifaddrs(3) gives them at one moment.
struct OwnInterfaces: Sendable {
    /// One address of one interface.
    struct Entry: Sendable, Hashable {
        /// The name of the interface, cleaned.
        var interface: String
        /// What sort of interface it is.
        var kind: LocalLink.Kind
        /// An address of ours.
        var address: IPAddress
        /// The block that the address lies in.
        var subnet: Subnet
    }

    /// The most addresses that are looked at: a machine full of containers has some hundreds.
    static let limit = 1_024

    /// In the order of the system.
    var entries: [Entry]

    /// Which way a packet from one address of ours to another address leaves; nil when no interface has the first.
    ///
    /// - Parameters:
    ///   - local: The address that the system chose to send from, which tells what its routes say.
    ///   - peer: Where the packet goes.
    /// - Returns: The interface with that address, and the narrowest of all our subnets that the peer lies in.
    func link(from local: IPAddress, to peer: IPAddress) -> LocalLink? {
        guard let leaving = entries.first(where: { $0.address == local }) else { return nil }
        let around = entries.filter { $0.subnet.contains(peer) }
        let narrowest = around.max { $0.subnet.prefixLength < $1.subnet.prefixLength }
        return LocalLink(interface: leaving.interface, kind: leaving.kind, subnet: narrowest?.subnet)
    }
}

extension OwnInterfaces {
    /// What the system says now; empty when it says nothing.
    static func current() -> OwnInterfaces {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return OwnInterfaces(entries: []) }
        defer { freeifaddrs(first) }
        var entries: [Entry] = []
        var next = first
        while let item = next, entries.count < limit {
            if let entry = Entry(item.pointee) { entries.append(entry) }
            next = item.pointee.ifa_next
        }
        return OwnInterfaces(entries: entries)
    }
}

extension OwnInterfaces.Entry {
    /// One item of the list; nil for one that is down, or is no address of IP.
    fileprivate init?(_ item: ifaddrs) {
        guard item.ifa_flags & UInt32(IFF_UP) != 0, let name = item.ifa_name,
            let address = item.ifa_addr.flatMap(IPAddress.init(socketAddress:)),
            let mask = item.ifa_netmask.flatMap(IPAddress.init(socketAddress:)),
            let subnet = Subnet(of: address, prefixLength: mask.bytes.reduce(0) { $0 + $1.nonzeroBitCount })
        else { return nil }
        interface = CleanText.clean(String(cString: name), limit: Int(IFNAMSIZ))
        kind = LocalLink.Kind(
            name: interface, isLoopback: item.ifa_flags & UInt32(IFF_LOOPBACK) != 0,
            isPointToPoint: item.ifa_flags & UInt32(IFF_POINTOPOINT) != 0)
        self.address = address
        self.subnet = subnet
    }
}

extension IPAddress {
    /// The address in a structure of the system; nil for a family other than those of IP.
    fileprivate init?(socketAddress: UnsafeMutablePointer<sockaddr>) {
        let bytes: [UInt8]
        let source = UnsafeRawPointer(socketAddress)
        // The address's place in sockaddr_in and sockaddr_in6 (netinet/in.h); it is in network order.
        switch Int32(socketAddress.pointee.sa_family) {
        case AF_INET: bytes = Array(UnsafeRawBufferPointer(start: source + 4, count: 4))
        case AF_INET6: bytes = Array(UnsafeRawBufferPointer(start: source + 8, count: 16))
        // What is no address of IP; the number is the system's, not one of ours.
        default: return nil
        }
        self.init(bytes: bytes)
    }
}
