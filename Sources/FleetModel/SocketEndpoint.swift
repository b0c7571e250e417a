/// An address and a port.
package struct SocketEndpoint: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Where the packets go.
    package var address: IPAddress
    /// 1 to 65535.
    package var port: UInt16

    /// Creates an endpoint.
    package init(address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// `192.0.2.1:3389` or `[2001:db8::1]:3389`.
    package var description: String { address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)" }
}
