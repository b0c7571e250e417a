import FleetModel
import Testing

@Suite struct UnicastTests {
    @Test(
        "A datagram is sent to one host or to nobody",
        arguments: [
            ("192.0.2.1", true), ("127.0.0.1", true), ("223.255.255.255", true), ("224.0.0.1", false),
            ("239.255.255.250", false), ("240.0.0.1", false), ("255.255.255.255", false), ("0.0.0.0", false),
            ("0.1.2.3", false), ("2001:db8::1", true), ("::1", true), ("fe80::1", true), ("::", false),
            ("ff02::1", false), ("ff0e::5", false), ("::ffff:192.0.2.1", true), ("::ffff:224.0.0.1", false),
        ])
    func isUnicast(_ text: String, _ expected: Bool) throws {
        #expect(try #require(IPAddress(text)).isUnicast == expected)
    }
}
