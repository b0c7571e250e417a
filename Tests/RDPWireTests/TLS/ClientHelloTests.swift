import Testing

@testable import RDPWire

@Suite("The ClientHello")
struct ClientHelloTests {
    /// 0x00 to 0x1f.
    static let random = Array(UInt8(0)..<32)

    /// An offer, and its record as the specifications have it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var hello: ClientHello
        var record: String
    }

    static let cases: [Case] = [
        Case(
            testDescription: "SSL 3.0, without extensions",
            hello: ClientHello(
                recordVersion: .ssl30, legacyVersion: .ssl30, random: random,
                cipherSuites: [CipherSuite(rawValue: 0x0005), .emptyRenegotiationInfoSCSV]),
            record: """
                16 0300 002f  01 00002b  0300
                000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                00  0004 0005 00ff  01 00
                """),
        Case(
            testDescription: "TLS 1.2 with a name and what belongs to elliptic curves",
            hello: ClientHello(
                legacyVersion: .tls12, random: random, cipherSuites: [CipherSuite(rawValue: 0xC030)],
                extensions: [
                    .serverName("ts01"), .supportedGroups([.x25519, .secp256r1]), .pointFormats,
                    .signatureAlgorithms([.rsaPSSSHA256, .rsaPKCS1SHA1]), .extendedMasterSecret, .renegotiationInfo,
                ]),
            record: """
                16 0301 005f  01 00005b  0303
                000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                00  0002 c030  01 00  0030
                0000 0009 0007 00 0004 74733031
                000a 0006 0004 001d 0017
                000b 0002 01 00
                000d 0006 0004 0804 0201
                0017 0000
                ff01 0001 00
                """),
        Case(
            testDescription: "TLS 1.3 with a key share",
            hello: ClientHello(
                legacyVersion: .tls12, random: random, sessionID: [0xAA, 0xBB],
                cipherSuites: [CipherSuite(rawValue: 0x1302)],
                extensions: [
                    .supportedVersions([.tls13, .tls12]), .keyShare(.x25519, publicKey: [1, 2, 3]),
                ]),
            record: """
                16 0301 0047  01 000043  0303
                000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                02 aabb  0002 1302  01 00  0016
                002b 0005 04 0304 0303
                0033 0009 0007 001d 0003 010203
                """),
    ]

    @Test("has the bytes of the specifications", arguments: cases)
    func bytes(item: Case) throws {
        #expect(try item.hello.record() == hex(item.record))
    }

    /// An offer without a wire form.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var random = ClientHelloTests.random
        var sessionID: [UInt8] = []
        var suites: Range<UInt16> = 0..<1
        var extensions: [ClientHelloExtension] = []
        var error: WireError
    }

    static let refusals = [
        Refusal(
            testDescription: "a random of one byte", random: [1],
            error: .inconsistentLength(field: "random", stated: 32, actual: 1)),
        Refusal(
            testDescription: "a long session id", sessionID: [UInt8](repeating: 0, count: 33),
            error: .tooLong(field: "session_id", length: 33, limit: 32)),
        Refusal(
            testDescription: "more suites than a length can say", suites: 0..<0x8000,
            error: .tooLong(field: "cipher_suites", length: 65_536, limit: 65_535)),
        Refusal(
            testDescription: "more suites than a record can hold", suites: 0..<0x2000,
            error: .tooLong(field: "ClientHello", length: 16_427, limit: 16_384)),
        Refusal(
            testDescription: "128 versions",
            extensions: [.supportedVersions([TLSVersion](repeating: .tls13, count: 128))],
            error: .tooLong(field: "supported_versions", length: 256, limit: 255)),
        Refusal(
            testDescription: "a name with a space", extensions: [.serverName("a b")],
            error: .unexpected(field: "server_name", value: 0x20)),
    ]

    @Test("has no wire form when a part does not fit", arguments: refusals)
    func refusal(item: Refusal) {
        let hello = ClientHello(
            legacyVersion: .tls12, random: item.random, sessionID: item.sessionID,
            cipherSuites: item.suites.map(CipherSuite.init(rawValue:)), extensions: item.extensions)
        #expect(throws: item.error) { try hello.record() }
    }
}
