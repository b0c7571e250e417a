import FleetModel
import NIOCore

extension SocketEndpoint {
    /// The same in NIO's terms.
    func socketAddress() throws -> SocketAddress {
        try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: Int(port))
    }

    /// The endpoint of an IP socket; nil for another family.
    init?(_ socketAddress: SocketAddress) {
        // The address's place in sockaddr_in and sockaddr_in6 (netinet/in.h); it is in network order.
        let bytes: [UInt8]
        switch socketAddress {
        case .v4(let peer): bytes = withUnsafeBytes(of: peer.address) { Array($0[4..<8]) }
        case .v6(let peer): bytes = withUnsafeBytes(of: peer.address) { Array($0[8..<24]) }
        case .unixDomainSocket: return nil
        }
        guard let address = IPAddress(bytes: bytes), let port = socketAddress.port.flatMap(UInt16.init(exactly:))
        else { return nil }
        self.init(address: address, port: port)
    }
}
