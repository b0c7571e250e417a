import Testing

@testable import RDPWire

@Suite("DTLS server flight")
struct DTLSServerFlightTests {
    private let hello: DTLSServerHello
    private let chain = [[UInt8](repeating: 0x30, count: 900), [UInt8](repeating: 0x31, count: 700)]

    init() throws {
        hello = try DTLSServerHello(
            version: .dtls12, random: countedRandom, cipherSuite: CipherSuite(rawValue: 0xC02F),
            extensions: [DTLSExtension(type: 23, content: [])])
    }

    /// A server's datagrams after the cookie, the chain in fragments of 300 bytes.
    private func datagrams(fragmentSize: Int = 300) throws -> [[UInt8]] {
        var writer = DTLSHandshakeWriter(version: .dtls12, nextMessage: 1, nextRecord: 1)
        return try writer.datagrams(hello)
            + writer.datagrams(DTLSCertificateMessage(certificates: chain), fragmentSize: fragmentSize)
    }

    private func flight(_ datagrams: [[UInt8]]) -> DTLSServerFlight {
        var flight = DTLSServerFlight()
        for datagram in datagrams {
            flight.receive(datagram[...])
        }
        return flight
    }

    @Test(
        "of a real server shows cookie, version, suite and certificate",
        arguments: [(opensslFlight12, DTLSVersion.dtls12, UInt16(0xC02B)), (opensslFlight10, .dtls10, 0xC009)])
    func real(datagrams: [[UInt8]], version: DTLSVersion, suite: UInt16) throws {
        var flight = DTLSServerFlight()
        flight.receive(try #require(datagrams.first)[...])
        #expect(flight.helloVerifyRequest?.version == .dtls10)
        #expect(flight.helloVerifyRequest?.cookie.count == 20)
        #expect(!flight.isOver)
        for datagram in datagrams.dropFirst() {
            flight.receive(datagram[...])
        }
        #expect(flight.serverHello?.version == version)
        #expect(flight.serverHello?.cipherSuite.rawValue == suite)
        #expect(flight.certificates?.map(\.count) == [391])
        #expect(flight.certificates?.first?.starts(with: hex("30 82 01 83")) == true)
        #expect(flight.isOver)
        #expect(flight.error == nil)
    }

    @Test("a HelloVerifyRequest is the same value and the same bytes, both ways")
    func helloVerifyRequest() throws {
        let request = DTLSHelloVerifyRequest(cookie: [1, 2, 3])
        var writer = DTLSHandshakeWriter(version: .dtls10)
        let bytes = hex("16 feff 0000 000000000000 0012 03 000006 0000 000000 000006 feff 03 010203")
        #expect(try writer.datagrams(request) == [bytes])
        #expect(flight([bytes]).helloVerifyRequest == request)
        #expect(!flight([bytes]).isOver)
    }

    @Test("a refusal is kept, and ends it unless it is a warning")
    func alerts() {
        let refusal = flight([hex("15 feff 0000 000000000001 0002 02 46")])
        #expect(refusal.alert == TLSAlert(level: .fatal, description: .protocolVersion))
        #expect(refusal.isOver)
        var writer = DTLSHandshakeWriter(version: .dtls12)
        let warning = TLSAlert(level: .warning, description: .unrecognizedName)
        let warned = flight([writer.datagram(warning)])
        #expect(warned.alert == warning)
        #expect(!warned.isOver)
    }

    @Test("is put together out of order, with parts twice and overlapping")
    func fragments() throws {
        #expect(try datagrams().count == 7)
        #expect(try flight(datagrams()).certificates == chain)
        #expect(try flight(datagrams().reversed()).certificates == chain)
        #expect(try flight(datagrams() + datagrams()).certificates == chain)
        // Parts of 300 bytes with gaps, then parts of 170 that overlap them.
        let gapped = try datagrams().enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        #expect(flight(gapped).certificates == nil)
        #expect(try flight(gapped + datagrams(fragmentSize: 170)).certificates == chain)
        var random = SplitMix64(seed: 7)
        for size in [1, 7, 64, 1_200] {
            let shuffled = try datagrams(fragmentSize: size).shuffled(using: &random)
            #expect(flight(shuffled).certificates == chain, "parts of \(size)")
        }
    }

    @Test("several records in one datagram are all read")
    func joined() throws {
        let flight = try flight([datagrams().flatMap { $0 }])
        #expect(flight.serverHello == hello)
        #expect(flight.certificates == chain)
    }

    @Test("what is missing stays unknown: without one part there is no certificate")
    func missing() throws {
        for index in try 1..<datagrams().count {
            var some = try datagrams()
            some.remove(at: index)
            #expect(flight(some).certificates == nil, "without datagram \(index)")
            #expect(flight(some).serverHello == hello)
        }
    }

    @Test(
        "what does not parse is dropped and named",
        arguments: [
            ("48 54 54 50", WireError.unexpected(field: "DTLS content type", value: 0x48)),
            ("16 03 03 00 01", .unexpected(field: "DTLS record version", value: 0x0303)),
            ("16 fefd 0000 000000000000 0004 0b", .truncated(needed: 17, have: 14)),
            (
                "16 fefd 0000 000000000000 000c 0b 010001 0001 000000 000000",
                .tooLong(field: "DTLS handshake message", length: 65_537, limit: 65_536)
            ),
            (
                "16 fefd 0000 000000000000 000c 0b 000004 0001 000003 000002",
                .inconsistentLength(field: "fragment_length", stated: 5, actual: 4)
            ),
            ("16 fefd 0000 000000000000 ffff", .tooLong(field: "DTLS record", length: 65_535, limit: 18_432)),
        ])
    func malformed(literal: String, error: WireError) throws {
        let garbled = flight([hex(literal)])
        #expect(garbled.error == error)
        #expect(!garbled.isOver)
        // The next one in order is taken all the same.
        #expect(try flight([hex(literal)] + datagrams()).certificates == chain)
    }

    @Test("records with keys are passed over")
    func encrypted() {
        let flight = flight([hex("16 fefd 0001 000000000000 0004 deadbeef")])
        #expect(flight.hasDTLSRecord)
        #expect(flight.error == nil)
    }

    @Test("takes sixteen certificates and no more")
    func manyCertificates() throws {
        let message = DTLSCertificateMessage(certificates: [[UInt8]](repeating: [0x30, 0], count: 40))
        #expect(try DTLSCertificateMessage(decoding: message.encoded()[...]).certificates.count == 16)
    }

    @Test("stops looking after 128 KiB")
    func flood() throws {
        let noise = [UInt8](repeating: 0xAA, count: 60_000)
        let flooded = try flight([noise, noise, noise] + datagrams())
        #expect(flooded.certificates == nil)
        #expect(flooded.byteCount > DTLSServerFlight.byteLimit)
    }

    @Test("a flight cut anywhere shows the messages that are whole, and says that it is cut")
    func truncations() throws {
        let sample = try #require(opensslFlight12.last)
        // The records end there: ServerHello, Certificate, ServerKeyExchange, ServerHelloDone.
        let ends = [105, 527, 697, 722]
        for count in sample.indices {
            let cut = flight([Array(sample.prefix(count))])
            #expect((cut.serverHello != nil) == (count >= ends[0]), "\(count) bytes")
            #expect((cut.certificates != nil) == (count >= ends[1]), "\(count) bytes")
            #expect((cut.error == nil) == ends.contains(count), "\(count) bytes")
        }
        #expect(sample.count == ends[3])
    }

    @Test("a flight with one changed byte is read or dropped, and never believed to be a longer one")
    func singleByteChanges() {
        for sample in opensslFlight10.prefix(2) + [hex("15 feff 0000 000000000001 0002 02 46")] {
            forEachSingleByteChange(of: sample) { changed, index in
                let flight = flight([changed])
                if flight.certificates != nil || flight.byteCount != sample.count {
                    Issue.record("byte \(index) is \(changed[index])")
                }
            }
        }
    }
}
