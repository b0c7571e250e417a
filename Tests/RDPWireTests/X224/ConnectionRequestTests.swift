import Testing

@testable import RDPWire

@Suite("The Connection Request")
struct ConnectionRequestTests {
    @Test("is the same value and the same bytes, both ways", arguments: connectionRequestSamples)
    func roundTrip(sample: Sample<ConnectionRequest>) throws {
        #expect(try ConnectionRequest(decoding: sample.bytes[...]) == sample.value)
        #expect(try sample.value.encoded() == sample.bytes)
    }

    @Test("takes any line that is no mstshash cookie for a routing token")
    func routingTokens() throws {
        for token in ["Cookie: msts=3640205228.15629.0000", "tsv://MS Terminal Services Plugin.1.fra", "mth://x", ""] {
            let request = ConnectionRequest(routing: .routingToken(token))
            #expect(try ConnectionRequest(decoding: request.encoded()[...]) == request)
        }
    }

    @Test("announces correlation information by its flag, however it was made")
    func correlationFlag() throws {
        let correlation = try CorrelationInfo(identifier: Array(1...12) + Array(14...17))
        let with = NegotiationRequest(requestedProtocols: .ssl, correlation: correlation)
        let without = NegotiationRequest(requestedProtocols: .ssl, flags: .init(rawValue: 0x0B))
        #expect(try ConnectionRequest(negotiation: with).encoded()[12] == 0x08)
        #expect(try ConnectionRequest(negotiation: without).encoded()[12] == 0x03)
    }

    @Test(
        "has no wire form with text that could smuggle in another line",
        arguments: [RoutingInformation.cookie("a\r\nb"), .routingToken("\u{7F}"), .cookie("müller"), .cookie("\0")])
    func unprintableText(routing: RoutingInformation) {
        #expect(throws: WireError.self) { try ConnectionRequest(routing: routing).encoded() }
    }

    @Test("has no wire form beyond one TPDU, and fills it to the last byte")
    func longCookie() throws {
        // 254 for the length indicator, less 6 for code and fixed part, 17 for the prefix, 2 for CR LF.
        let longest = ConnectionRequest(routing: .cookie(String(repeating: "x", count: 229)))
        #expect(try longest.encoded().count == 259)
        #expect(try ConnectionRequest(decoding: longest.encoded()[...]) == longest)
        #expect(throws: WireError.tooLong(field: "X.224 header", length: 255, limit: 254)) {
            try ConnectionRequest(routing: .cookie(String(repeating: "x", count: 230))).encoded()
        }
    }

    @Test(
        "is refused as Windows refuses it",
        arguments: [
            ("LI too small", "03 00 00 13 0d e0 00 00 00 00 00 01 00 08 00 0b 00 00 00"),
            ("LI too large", "03 00 00 13 0f e0 00 00 00 00 00 01 00 08 00 0b 00 00 00"),
            ("shorter than 11 bytes", "03 00 00 0a 05 e0 00 00 00 00"),
            ("no code", "03 00 00 07 00 00 00"),
            ("class 2", "03 00 00 0b 06 e0 00 00 00 00 20"),
            ("a Connection Confirm", "03 00 00 0b 06 d0 00 00 12 34 00"),
            ("negotiation length 9", "03 00 00 13 0e e0 00 00 00 00 00 01 00 09 00 0b 00 00 00"),
            ("negotiation cut short", "03 00 00 12 0d e0 00 00 00 00 00 01 00 08 00 0b 00 00"),
            ("correlation announced, not there", "03 00 00 13 0e e0 00 00 00 00 00 01 08 08 00 0b 00 00 00"),
            ("line without an end", "03 00 00 0d 08 e0 00 00 00 00 00 43 6f"),
            ("line with CR alone", "03 00 00 0e 09 e0 00 00 00 00 00 43 0d 43"),
            ("line that ends in CR", "03 00 00 0d 08 e0 00 00 00 00 00 43 0d"),
        ])
    func refusals(what: String, literal: String) {
        #expect(throws: WireError.self, "\(what)") { try ConnectionRequest(decoding: hex(literal)[...]) }
    }

    @Test(
        "keeps the rules for correlation identifiers",
        arguments: [
            Array(repeating: 1, count: 15), Array(repeating: 1, count: 17), [0x00] + Array(repeating: 1, count: 15),
            [0xF4] + Array(repeating: 1, count: 15), Array(repeating: 1, count: 15) + [0x0D],
        ] as [[UInt8]])
    func correlationIdentifiers(identifier: [UInt8]) {
        #expect(throws: WireError.self) { try CorrelationInfo(identifier: identifier) }
    }
}
