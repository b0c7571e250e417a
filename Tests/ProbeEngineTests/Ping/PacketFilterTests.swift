import FleetModel
import Glibc
import RDPWire
import Testing

@testable import ProbeEngine

@Suite("The filter of a raw socket", .timeLimit(.minutes(5)))
struct PacketFilterTests {
    @Test("is, for IPv4, the program that steps over the header and compares type and identifier")
    func ipv4() {
        #expect(
            bytes(of: .echoReplies(.ipv4, identifier: 0xABCD)) == [
                // ldxb 4*([0]&0xf)
                0xB1, 0, 0, 0, 0, 0, 0, 0,
                // ldb [x + 0]; jeq #0, else to drop
                0x50, 0, 0, 0, 0, 0, 0, 0, 0x15, 0, 0, 3, 0, 0, 0, 0,
                // ldh [x + 4]; jeq #0xabcd, else to drop
                0x48, 0, 0, 0, 4, 0, 0, 0, 0x15, 0, 0, 1, 0xCD, 0xAB, 0, 0,
                // ret #-1; ret #0
                0x06, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x06, 0, 0, 0, 0, 0, 0, 0,
            ])
    }

    @Test("is, for IPv6, the same without a header")
    func ipv6() {
        #expect(
            bytes(of: .echoReplies(.ipv6, identifier: 7)) == [
                // ldb [0]; jeq #129, else to drop
                0x30, 0, 0, 0, 0, 0, 0, 0, 0x15, 0, 0, 3, 129, 0, 0, 0,
                // ldh [4]; jeq #7, else to drop
                0x28, 0, 0, 0, 4, 0, 0, 0, 0x15, 0, 0, 1, 7, 0, 0, 0,
                // ret #-1; ret #0
                0x06, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x06, 0, 0, 0, 0, 0, 0, 0,
            ])
    }

    @Test("gives each of two sockets the replies to its own echoes alone", arguments: EchoMessage.Family.allCases)
    func twoSockets(family: EchoMessage.Family) throws {
        let identifiers: [UInt16] = [0x1234, 0x4321]
        let isIPv6 = family == .ipv6
        guard isPermitted(isIPv6: isIPv6) else {
            #expect(throws: SystemCallError.self) { try rawSocket(isIPv6: isIPv6) }
            return
        }
        let sockets = try identifiers.map { identifier in
            let socket = try rawSocket(isIPv6: isIPv6)
            socket.attach(.echoReplies(family, identifier: identifier))
            return socket
        }
        // Whatever comes first at a socket would be the reply to the other one, or the echoes themselves.
        let address: IPAddress = isIPv6 ? .ipv6Loopback : .ipv4Loopback
        for identifier in identifiers + identifiers.reversed() {
            let echo = EchoMessage(kind: .request, identifier: identifier, sequenceNumber: 1)
            #expect(sockets[0].send(echo.encoded(family), to: SocketEndpoint(address: address, port: 0)) == nil)
        }
        for (socket, identifier) in zip(sockets, identifiers) {
            for _ in 0..<2 {
                var state = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
                #expect(poll(&state, 1, 10_000) == 1)
                guard case .datagram(let packet, _) = socket.receive() else {
                    Issue.record("nothing came")
                    return
                }
                let message = isIPv6 ? packet[...] : try EchoMessage.afterIPv4Header(packet[...])
                let reply = try EchoMessage(decoding: message, family)
                #expect(reply.kind == .reply)
                #expect(reply.identifier == identifier)
            }
            guard case .nothing = socket.receive() else {
                Issue.record("more than the two replies came")
                return
            }
        }
    }

    private func bytes(of filter: PacketFilter) -> [UInt8] {
        filter.instructions.withUnsafeBytes { Array($0) }
    }

    private func rawSocket(isIPv6: Bool) throws(SystemCallError) -> DatagramSocket {
        try DatagramSocket(
            isIPv6: isIPv6, type: SOCK_RAW, ipProtocol: Int32(isIPv6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP))
    }

    /// Asked by hand, and not of what is tested.
    private func isPermitted(isIPv6: Bool) -> Bool {
        let descriptor = socket(
            isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_RAW.rawValue), Int32(isIPv6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP))
        if descriptor >= 0 { close(descriptor) }
        return descriptor >= 0
    }
}
