import FleetModel
import NIOCore
import Testing

@testable import ProbeEngine

@Suite("Socket endpoints")
struct SocketEndpointTests {
    @Test(
        "An endpoint comes back from NIO as it went, byte for byte",
        arguments: [
            ("192.0.2.1", 3_389), ("0.0.0.0", 0), ("255.255.255.255", 65_535), ("2001:db8::7", 3_389), ("::", 1),
            ("::ffff:192.0.2.1", 443), ("fe80::1", 3_389),
        ] as [(String, UInt16)])
    func roundTrip(address: String, port: UInt16) throws {
        let endpoint = SocketEndpoint(address: try #require(IPAddress(address)), port: port)
        #expect(SocketEndpoint(try endpoint.socketAddress()) == endpoint)
    }

    @Test("The path of a Unix socket is no endpoint")
    func otherFamilies() throws {
        #expect(SocketEndpoint(try SocketAddress(unixDomainSocketPath: "/run/x")) == nil)
    }
}
