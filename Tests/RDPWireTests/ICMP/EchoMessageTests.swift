import Testing

@testable import RDPWire

private let samples: [(family: EchoMessage.Family, sample: Sample<EchoMessage>)] = [
    (
        .ipv4,
        Sample(
            "request", "08 00 e3 54 00 01 00 01 61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 71 72 73 74 75 76 77",
            EchoMessage(
                kind: .request, identifier: 1, sequenceNumber: 1, data: Array("abcdefghijklmnopqrstuvw".utf8)))
    ),
    (
        .ipv4,
        Sample(
            "reply without data", "00 00 a9 70 12 34 44 5b",
            EchoMessage(kind: .reply, identifier: 0x1234, sequenceNumber: 0x445B))
    ),
    (
        .ipv4,
        Sample(
            "reply with an odd number of bytes", "00 00 11 fa ed 05 00 00 01",
            EchoMessage(kind: .reply, identifier: 0xED05, sequenceNumber: 0, data: [1]))
    ),
    (
        .ipv6,
        Sample(
            "request", "80 00 00 00 12 34 ff ff 72 64 70",
            EchoMessage(kind: .request, identifier: 0x1234, sequenceNumber: 0xFFFF, data: Array("rdp".utf8)))
    ),
    (
        .ipv6,
        Sample(
            "reply", "81 00 00 00 12 34 00 00",
            EchoMessage(kind: .reply, identifier: 0x1234, sequenceNumber: 0))
    ),
]

@Suite("The ICMP echo")
struct EchoMessageTests {
    @Test("is the same value and the same bytes, both ways", arguments: samples)
    func roundTrip(family: EchoMessage.Family, sample: Sample<EchoMessage>) throws {
        #expect(try EchoMessage(decoding: sample.bytes[...], family) == sample.value)
        #expect(sample.value.encoded(family) == sample.bytes)
    }

    @Test("needs eight bytes, and with a checksum all of them", arguments: samples)
    func truncations(family: EchoMessage.Family, sample: Sample<EchoMessage>) {
        for count in 0..<sample.bytes.count {
            let shorter = try? EchoMessage(decoding: sample.bytes.prefix(count), family)
            #expect((shorter != nil) == (family == .ipv6 && count >= 8), "\(count) bytes")
        }
        for count in 0..<8 {
            let needed = [1, 2, 4, 6, 8].first { $0 > count } ?? 0
            #expect(throws: WireError.truncated(needed: needed, have: count)) {
                try EchoMessage(decoding: sample.bytes.prefix(count), family)
            }
        }
    }

    @Test("with one changed byte is no echo of IPv4, and another of IPv6 or none", arguments: samples)
    func singleByteChanges(family: EchoMessage.Family, sample: Sample<EchoMessage>) {
        forEachSingleByteChange(of: sample.bytes) { changed, index in
            let echo = try? EchoMessage(decoding: changed[...], family)
            let isExpected =
                switch (family, index) {
                case (.ipv4, _): echo == nil
                case (.ipv6, 0): echo?.kind != sample.value.kind
                case (.ipv6, 1): echo == nil
                // The kernel has looked at the checksum.
                case (.ipv6, 2...3): echo == sample.value
                case (.ipv6, _): echo != nil && echo != sample.value
                }
            if !isExpected { Issue.record("byte \(index) is \(changed[index])") }
        }
    }

    @Test(
        "is found behind the header of an IPv4 packet",
        arguments: [
            ("45 00 00 1c 00 01 00 00 40 01 7c de 7f 00 00 01 7f 00 00 01 00 00 ff ff", hex("00 00 ff ff")),
            ("46 00 00 1c 00 01 00 00 40 01 7c de 7f 00 00 01 7f 00 00 01 94 04 00 00 08", hex("08")),
            ("45 00 00 14 00 01 00 00 40 01 7c de 7f 00 00 01 7f 00 00 01", []),
        ])
    func behindHeader(packet: String, message: [UInt8]) throws {
        #expect(try Array(EchoMessage.afterIPv4Header(hex(packet)[...])) == message)
    }

    @Test(
        "is not looked for behind what is no header of IPv4",
        arguments: [
            ("", WireError.truncated(needed: 1, have: 0)),
            ("45 00 00 1c", .truncated(needed: 20, have: 4)),
            ("4f 00 00 1c 00 01 00 00 40 01 7c de 7f 00 00 01 7f 00 00 01", .truncated(needed: 60, have: 20)),
            ("44 00", .unexpected(field: "IP version and header length", value: 0x44)),
            ("65 00", .unexpected(field: "IP version and header length", value: 0x65)),
        ])
    func noHeader(packet: String, error: WireError) {
        #expect(throws: error) { try EchoMessage.afterIPv4Header(hex(packet)[...]) }
    }

    @Test("has the checksum of RFC 1071's example")
    func checksum() {
        #expect(internetChecksum(hex("00 01 f2 03 f4 f5 f6 f7")[...]) == ~0xDDF2)
        #expect(internetChecksum([]) == 0xFFFF)
    }
}
