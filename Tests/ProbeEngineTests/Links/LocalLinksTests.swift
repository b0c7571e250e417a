import FleetModel
import Synchronization
import Testing

@testable import ProbeEngine

@Suite struct LocalLinksTests {
    private static func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    private static func entry(
        _ interface: String, _ kind: LocalLink.Kind, _ address: String, _ length: Int
    ) throws -> OwnInterfaces.Entry {
        let address = try Self.address(address)
        return OwnInterfaces.Entry(
            interface: interface, kind: kind, address: address,
            subnet: try #require(Subnet(of: address, prefixLength: length)))
    }

    private static func machine() throws -> OwnInterfaces {
        OwnInterfaces(entries: [
            try entry("lo", .loopback, "127.0.0.1", 8), try entry("eth0", .other, "192.168.1.5", 24),
            try entry("wg0", .tunnel, "10.8.0.2", 32), try entry("docker0", .bridge, "172.17.0.1", 16),
            try entry("eth0", .other, "2001:db8::5", 64), try entry("eth1", .other, "172.16.0.5", 12),
        ])
    }

    @Test(
        "The interface is that of our own address, and the subnet the narrowest around the peer",
        arguments: [
            ("192.168.1.5", "192.168.1.9", "eth0, in our own subnet 192.168.1.0/24"),
            ("192.168.1.5", "198.51.100.7", "eth0"), ("10.8.0.2", "10.20.4.7", "wg0 (tunnel)"),
            ("172.17.0.1", "172.17.4.7", "docker0 (bridge), in our own subnet 172.17.0.0/16"),
            ("127.0.0.1", "127.1.2.3", "loopback"),
            ("2001:db8::5", "2001:db8::9", "eth0, in our own subnet 2001:db8::/64"),
            ("203.0.113.1", "192.168.1.9", nil),
        ] as [(String, String, String?)])
    func links(_ local: String, _ peer: String, _ words: String?) throws {
        let link = try Self.machine().link(from: Self.address(local), to: Self.address(peer))
        let expected = words == "loopback" ? "lo (loopback), in our own subnet 127.0.0.0/8" : words
        #expect(link?.words == expected)
    }

    @Test(
        "An interface is what its flags say, and then its name",
        arguments: [
            ("lo", true, false, .loopback), ("wg0", false, true, .tunnel), ("corp", false, true, .tunnel),
            ("tap0", false, false, .tunnel), ("docker0", false, false, .bridge), ("br-5f0c", false, false, .bridge),
            ("virbr0", false, false, .bridge), ("br0", false, false, .other), ("eth0", false, false, .other),
            ("wlp2s0", false, false, .other), ("", false, false, .other),
        ] as [(String, Bool, Bool, LocalLink.Kind)])
    func kinds(_ name: String, _ isLoopback: Bool, _ isPointToPoint: Bool, _ kind: LocalLink.Kind) {
        #expect(LocalLink.Kind(name: name, isLoopback: isLoopback, isPointToPoint: isPointToPoint) == kind)
    }

    @Test func `the system is asked again only after some seconds`() throws {
        let reads = Mutex(0)
        let machine = try Self.machine()
        let links = LocalLinks {
            reads.withLock { $0 += 1 }
            return machine
        }
        let peer = SocketEndpoint(address: try Self.address("192.168.1.9"), port: 3389)
        let local = try Self.address("192.168.1.5")
        let start = ContinuousClock.now
        for (wait, count) in [(0, 1), (4, 1), (5, 2), (9, 2), (10, 3)] {
            #expect(links.link(to: peer, from: local, at: start + .seconds(wait))?.interface == "eth0")
            #expect(reads.withLock(\.self) == count)
        }
    }

    @Test(arguments: ["127.0.0.1", "::1"])
    func `this very machine has a loopback, and packets to it leave there`(_ text: String) throws {
        let entries = OwnInterfaces.current().entries
        #expect(entries.count <= OwnInterfaces.limit)
        let address = try Self.address(text)
        guard entries.contains(where: { $0.address == address }) else {
            // A machine without IPv6 has no route to it either.
            #expect(LocalLinks().link(to: SocketEndpoint(address: address, port: 9), from: nil) == nil)
            return
        }
        let link = LocalLinks().link(to: SocketEndpoint(address: address, port: 9), from: nil)
        #expect(link?.kind == .loopback)
        #expect(link?.subnet?.contains(address) == true)
    }

    @Test func `a probe records which way its connection left`() async throws {
        let snapshot = try await LadderFixture().climb([.send(Wire.refusal(2))])
        #expect(snapshot.tcp?.facts?.link?.kind == .loopback)
        #expect(snapshot.following(nil).lastReach?.link == snapshot.tcp?.facts?.link)
    }
}
