import FleetModel
import Testing

@Suite struct IPAddressTests {
    @Test(
        "An address is written in its canonical text (RFC 5952, 4)",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("2001:0db8:0000:0000:0000:0000:0002:0001", "2001:db8::2:1"), ("2001:DB8::2:1", "2001:db8::2:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::", "::"), ("0:0:0:0:0:0:0:0", "::"), ("::1", "::1"),
            ("1::", "1::"), ("fe80::1", "fe80::1"), ("::ffff:192.0.2.128", "::ffff:c000:280"),
            ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"),
            ("0:0:0:1::", "0:0:0:1::"),
        ])
    func canonical(_ text: String, _ canonical: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == canonical)
        #expect(IPAddress(canonical) == address)
    }

    @Test(
        "Text that is no address is refused",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.04", "1..2.3", ".1.2.3", "1.2.3.4 ",
            "0x1.2.3.4",
            "1.2.3.-4", "1.2.3.+4", "\u{0661}.2.3.4", ":", ":::", "1:::2", "1::2::3", "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "12345::",
            "g::", "fe80::1%eth0", "[::1]", "::1.2.3", "::1.2.3.4:5", "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "+1::",
            "::-1",
        ])
    func refused(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `only four and sixteen bytes are an address`() {
        for count in 0...20 {
            let address = IPAddress(bytes: [UInt8](repeating: 7, count: count))
            #expect((address != nil) == (count == 4 || count == 16))
            #expect(address?.isIPv6 ?? false == (count == 16))
        }
    }

    @Test func `every address reads back from its text`() throws {
        var seed: UInt64 = 42
        for round in 0..<2_000 {
            let bytes = (0..<16).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Many zeros, so that runs of them come in every place.
                return seed >> 62 == 0 ? UInt8(truncatingIfNeeded: seed >> 33) : 0
            }
            for address in [IPAddress(bytes: bytes), IPAddress(bytes: Array(bytes.prefix(4)))] {
                let address = try #require(address)
                #expect(IPAddress(address.description) == address, "round \(round)")
            }
        }
    }

    @Test func `neighbours share a /24 or a /64`() throws {
        let pairs = [
            ("10.1.2.3", "10.1.2.200", true), ("10.1.2.3", "10.1.3.3", false),
            ("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", true), ("2001:db8:0:1::1", "2001:db8:0:2::1", false),
        ]
        for (left, right, areNeighbours) in pairs {
            let (left, right) = (try #require(IPAddress(left)), try #require(IPAddress(right)))
            #expect((left.neighbourhood == right.neighbourhood) == areNeighbours)
        }
    }

    @Test func `addresses sort by number, IPv4 first`() throws {
        let sorted = ["9.0.0.1", "10.0.0.2", "10.0.0.10", "::1", "2001:db8::1"]
        let addresses = try sorted.map { try #require(IPAddress($0)) }
        #expect(addresses.reversed().sorted() == addresses)
    }

    @Test func `an endpoint has brackets around IPv6`() throws {
        let six = try #require(IPAddress("2001:db8::1"))
        let four = try #require(IPAddress("192.0.2.1"))
        #expect(SocketEndpoint(address: six, port: 3389).description == "[2001:db8::1]:3389")
        #expect(SocketEndpoint(address: four, port: 80).description == "192.0.2.1:80")
    }
}
