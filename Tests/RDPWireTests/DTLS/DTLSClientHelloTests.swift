import Testing

@testable import RDPWire

/// Thirty-two bytes that nobody takes for random.
let countedRandom = (0..<32).map { UInt8($0) }

/// DTLS 1.0, no cookie, no extensions.
private let plainHello = hex(
    """
    16 fe ff 00 00 00 00 00 00 00 00 00 3e
    01 00 00 32 00 00 00 00 00 00 00 32
    fe ff 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f
    00 00 00 0a c0 14 c0 13 00 35 00 2f 00 0a 01 00
    """)

/// The second offer of a probe: DTLS 1.2, SNI, and the cookie `aa bb cc`.
private let secondHello = hex(
    """
    16 fe fd 00 00 00 00 00 00 00 01 00 b2
    01 00 00 a6 00 01 00 00 00 00 00 a6
    fe fd 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f
    00 03 aa bb cc
    00 26 c0 2c c0 2b c0 30 c0 2f c0 24 c0 23 c0 28 c0 27 00 9d 00 9c 00 3d 00 3c
          c0 0a c0 09 c0 14 c0 13 00 35 00 2f 00 0a
    01 00
    00 53
    00 00 00 16 00 14 00 00 11 72 64 67 77 2e 63 6f 72 70 2e 65 78 61 6d 70 6c 65
    """)

@Suite("DTLS ClientHello")
struct DTLSClientHelloTests {
    private let suites = [0xC014, 0xC013, 0x0035, 0x002F, 0x000A].map { CipherSuite(rawValue: $0) }

    @Test("a plain one is the same value and the same bytes, both ways")
    func plain() throws {
        let hello = try DTLSClientHello(version: .dtls10, random: countedRandom, suites: suites)
        var writer = DTLSHandshakeWriter(version: .dtls10)
        #expect(try writer.datagrams(hello) == [plainHello])
        #expect(try DTLSClientHello(datagram: plainHello[...]) == hello)
    }

    @Test("the second one of a probe is the first with the cookie, the next numbers, and every extension")
    func second() throws {
        var hello = try DTLSClientHello(offering: .dtls12, random: countedRandom, serverName: "rdgw.corp.example")
        var writer = DTLSHandshakeWriter(version: .dtls12)
        let first = try #require(try writer.datagrams(hello).first)
        #expect(try DTLSClientHello(datagram: first[...]) == hello)
        hello.cookie = [0xAA, 0xBB, 0xCC]
        let datagrams = try writer.datagrams(hello)
        #expect(datagrams == [secondHello + extensionsAfterServerName])
        #expect(try DTLSClientHello(datagram: secondHello[...] + extensionsAfterServerName) == hello)
    }

    /// supported_groups, ec_point_formats, signature_algorithms, extended_master_secret, renegotiation_info.
    private let extensionsAfterServerName = hex(
        """
        00 0a 00 0a 00 08 00 1d 00 17 00 18 00 19
        00 0b 00 02 01 00
        00 0d 00 18 00 16 08 04 08 05 08 06 04 03 05 03 06 03 04 01 05 01 06 01 02 03 02 01
        00 17 00 00
        ff 01 00 01 00
        """)

    @Test("without a name it sends none, and DTLS 1.0 neither the suites nor the signatures of 1.2")
    func old() throws {
        let hello = try DTLSClientHello(offering: .dtls10, random: countedRandom, serverName: nil)
        #expect(hello.extensions.map(\.type) == [10, 11, 23, 0xFF01])
        #expect(hello.suites.map(\.rawValue) == [0xC00A, 0xC009, 0xC014, 0xC013, 0x0035, 0x002F, 0x000A])
    }

    @Test("one that cannot be sent is refused")
    func refused() {
        #expect(throws: WireError.inconsistentLength(field: "random", stated: 32, actual: 31)) {
            try DTLSClientHello(version: .dtls12, random: countedRandom.dropLast(), suites: [])
        }
        let cookie = [UInt8](repeating: 1, count: 256)
        #expect(throws: WireError.tooLong(field: "cookie", length: 256, limit: 255)) {
            try DTLSClientHello(version: .dtls12, random: countedRandom, cookie: cookie, suites: [])
        }
    }

    @Test("a datagram cut anywhere is truncated; with one changed byte it is read or refused")
    func hostile() throws {
        for count in plainHello.indices {
            #expect(throws: WireError.self, "\(count) bytes") {
                try DTLSClientHello(datagram: plainHello.prefix(count))
            }
        }
        let whole = secondHello + extensionsAfterServerName
        var refused = 0
        forEachSingleByteChange(of: whole) { changed, _ in
            if (try? DTLSClientHello(datagram: changed[...])) == nil { refused += 1 }
        }
        // The numbers of records, the random and the cookie may be anything.
        #expect(refused > 5_000)
        #expect(refused < whole.count * 255)
    }
}
