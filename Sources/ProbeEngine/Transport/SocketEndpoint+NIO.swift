import FleetModel
import NIOCore

extension SocketEndpoint {
    /// The same in NIO's terms.
    func socketAddress() throws -> SocketAddress {
        try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: Int(port))
    }

    /// The endpoint of an IP socket; nil for another family.
    init?(_ socketAddress: SocketAddress) {
        guard let text = socketAddress.ipAddress, let address = IPAddress(text),
            let port = socketAddress.port.flatMap(UInt16.init(exactly:))
        else { return nil }
        self.init(address: address, port: port)
    }
}
