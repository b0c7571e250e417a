import FleetModel
import Testing

@Suite struct SubnetTests {
    @Test(
        "A subnet is the block around an address",
        arguments: [
            ("10.20.4.7", 24, "10.20.4.0/24"), ("10.20.4.7", 0, "0.0.0.0/0"), ("10.20.4.7", 32, "10.20.4.7/32"),
            ("10.20.4.255", 25, "10.20.4.128/25"), ("172.31.9.9", 12, "172.16.0.0/12"),
            ("2001:db8:1:2:3::4", 64, "2001:db8:1:2::/64"), ("2001:db8::ff", 121, "2001:db8::80/121"),
        ])
    func blocks(_ address: String, _ length: Int, _ text: String) throws {
        let address = try #require(IPAddress(address))
        let subnet = try #require(Subnet(of: address, prefixLength: length))
        #expect(subnet.description == text)
        #expect(subnet.contains(address))
    }

    @Test(arguments: [-1, 33])
    func `a length that an address does not have makes no subnet`(_ length: Int) {
        #expect(Subnet(of: .ipv4Loopback, prefixLength: length) == nil)
        #expect(Subnet(of: .ipv6Loopback, prefixLength: length < 0 ? -1 : 129) == nil)
    }

    @Test func `a subnet does not contain its neighbours, nor the other family`() throws {
        let subnet = try #require(Subnet(of: .ipv4Loopback, prefixLength: 31))
        #expect(!subnet.contains(IPAddress(octets: 127, 0, 0, 2)))
        #expect(!subnet.contains(.ipv6Loopback))
        #expect(try #require(Subnet(of: .ipv4Loopback, prefixLength: 0)).contains(IPAddress(octets: 8, 8, 8, 8)))
    }

    @Test(
        "A prefix may end within a byte",
        arguments: [
            ("10.20.4.128", 25, "10.20.4.255", true), ("10.20.4.128", 25, "10.20.4.127", false),
            ("172.16.0.0", 12, "172.31.255.255", true), ("172.16.0.0", 12, "172.32.0.0", false),
            ("2001:db8::", 33, "2001:db8:7fff::1", true), ("2001:db8::", 33, "2001:db8:8000::1", false),
            ("2001:db8::80", 128, "2001:db8::81", false),
        ])
    func edges(_ block: String, _ length: Int, _ text: String, _ isInside: Bool) throws {
        let first = try #require(IPAddress(block))
        let subnet = try #require(Subnet(of: first, prefixLength: length))
        let other = try #require(IPAddress(text))
        #expect(subnet.contains(other) == isInside)
    }

    @Test(
        "Private addresses are those of RFC 1918, 6598 and 4193",
        arguments: [
            ("10.0.0.1", true), ("172.16.0.1", true), ("172.31.255.255", true), ("172.32.0.1", false),
            ("172.15.0.1", false), ("192.168.0.1", true), ("192.169.0.1", false), ("100.64.0.1", true),
            ("100.128.0.1", false), ("127.0.0.1", false), ("198.51.100.1", false), ("fd00::1", true),
            ("fc00::1", true), ("fe80::1", false), ("2001:db8::1", false), ("::1", false),
        ])
    func privates(_ text: String, _ isPrivate: Bool) throws {
        #expect(try #require(IPAddress(text)).isPrivate == isPrivate)
    }
}
