internal import FleetModel
internal import Glibc

extension SocketEndpoint {
    /// Lends the endpoint as the structure that connect(2) and sendto(2) take.
    func withSocketAddress<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        var storage = sockaddr_storage()
        let size = withUnsafeMutableBytes(of: &storage) { target -> Int in
            // The address's place in sockaddr_in and sockaddr_in6 (netinet/in.h); it is in network order.
            let (family, offset, size) =
                address.isIPv6
                ? (AF_INET6, 8, MemoryLayout<sockaddr_in6>.size) : (AF_INET, 4, MemoryLayout<sockaddr_in>.size)
            target.storeBytes(of: sa_family_t(family), toByteOffset: 0, as: sa_family_t.self)
            target.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
            target[offset...].copyBytes(from: address.bytes)
            return size
        }
        return withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(size)) }
        }
    }

    /// The endpoint that recvfrom(2) filled in; nil for a family other than those of IP.
    init?(_ storage: sockaddr_storage) {
        let (address, port) = withUnsafeBytes(of: storage) { source -> (IPAddress?, UInt16) in
            let bytes: [UInt8]
            switch Int32(storage.ss_family) {
            case AF_INET: bytes = Array(source[4..<8])
            case AF_INET6: bytes = Array(source[8..<24])
            // What is no address of IP; the number is the system's, not one of ours.
            default: bytes = []
            }
            return (IPAddress(bytes: bytes), source.loadUnaligned(fromByteOffset: 2, as: UInt16.self).bigEndian)
        }
        guard let address else { return nil }
        self.init(address: address, port: port)
    }
}
