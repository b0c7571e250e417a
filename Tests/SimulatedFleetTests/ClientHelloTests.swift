import RDPWire
import Testing

@testable import SimulatedFleet

/// ClientHellos of one suite each (RFC 5246, 7.4.1.2), with and without extensions.
enum Hello {
    /// TLS 1.2, AES_128_CBC_SHA with RSA, and TLS_EMPTY_RENEGOTIATION_INFO_SCSV.
    static let legacy = hello(record: "03 01", version: "03 03", suites: "00 04 00 2f 00 ff")
    /// SSL 3.0 (RFC 6101, 5.6.1.2), RC4_128_SHA with RSA.
    static let ssl30 = hello(record: "03 00", version: "03 00", suites: "00 02 00 05")
    /// SSL 3.0 to TLS 1.0.
    static let downToSSL30 = hello(record: "03 00", version: "03 01", suites: "00 02 00 0a")
    /// TLS 1.2, AES_256_GCM_SHA384 and AES_128_CBC_SHA, both with RSA.
    static let rsaWithGCM = hello(record: "03 01", version: "03 03", suites: "00 04 00 9d 00 2f")
    /// TLS 1.2 with AES_128_GCM_SHA256 beside the old suite.
    static let newer = hello(record: "03 01", version: "03 03", suites: "00 04 c0 2f 00 2f")
    /// TLS 1.2 with the name `a.b`.
    static let named = hello(
        record: "03 01", version: "03 03", suites: "00 02 c0 2f",
        extensions: "00 0c 00 00 00 08 00 06 00 00 03 61 2e 62")

    private static func hello(record: String, version: String, suites: String, extensions: String = "") -> [UInt8] {
        let random = [UInt8](repeating: 7, count: 32)
        let body = bytes(version) + random + bytes("00 " + suites + " 01 00 " + extensions)
        let message = bytes("01 00 00") + [UInt8(body.count)] + body
        return bytes("16 " + record + " 00") + [UInt8(message.count)] + message
    }
}

@Suite struct ClientHelloTests {
    @Test func offersAreRead() {
        #expect(
            ClientHelloOffer.read(Said.clientHello12)
                == .whole(offer(.tls10, .tls12, [0xC02B, 0xC02F, 0xC009, 0xC013, 0x009C, 0x002F])))
        #expect(
            ClientHelloOffer.read(Said.clientHello13)
                == .whole(offer(.tls10, .tls12, [0x1301, 0x1302, 0x1303], versions: [.tls13])))
        #expect(ClientHelloOffer.read(Hello.named) == .whole(offer(.tls10, .tls12, [0xC02F], name: "a.b")))
        #expect(ClientHelloOffer.read(Hello.ssl30) == .whole(offer(.ssl30, .ssl30, [0x0005])))
    }

    private func offer(
        _ record: TLSVersion, _ version: TLSVersion, _ suites: [UInt16], name: String? = nil,
        versions: [TLSVersion] = []
    ) -> ClientHelloOffer {
        ClientHelloOffer(
            recordVersion: record, version: version, suites: suites, serverName: name, supportedVersions: versions)
    }

    @Test func everyTruncationIsIncompleteAndEveryChangedByteSurvived() {
        for hello in [Said.clientHello12, Said.clientHello13, Hello.named] {
            for length in 0..<hello.count {
                #expect(ClientHelloOffer.read(Array(hello.prefix(length))) == .incomplete, "\(length) bytes")
            }
            for index in hello.indices {
                for change in 1...255 as ClosedRange<UInt8> {
                    var changed = hello
                    changed[index] ^= change
                    #expect(ClientHelloOffer.read(changed) != .whole(offer(.ssl30, .ssl30, [])))
                }
            }
        }
    }

    @Test(
        "what is no ClientHello is told",
        arguments: ["47", "15 03 01 00 02 02 28", "16 03 01 ff ff", "16 03 01 00 01 02"])
    func somethingElse(_ start: String) {
        #expect(ClientHelloOffer.read(bytes(start)) == .somethingElse)
    }

    @Test(
        "an antique server answers those offers only that are for it",
        arguments: [
            (.legacySuites, Hello.legacy, "16 03 03 00 2a 02 00 00 26 03 03 ", "00 00 2f 00"),
            (.legacySuites, Hello.rsaWithGCM, "16 03 03 00 2a 02 00 00 26 03 03 ", "00 00 2f 00"),
            (.legacySuites, Hello.newer, nil, ""), (.legacySuites, Hello.ssl30, nil, ""),
            (.legacySuites, Said.clientHello12, nil, ""), (.legacySuites, Said.clientHello13, nil, ""),
            (.ssl30, Hello.ssl30, "16 03 00 00 2a 02 00 00 26 03 00 ", "00 00 05 00"),
            (.ssl30, Hello.downToSSL30, "16 03 00 00 2a 02 00 00 26 03 00 ", "00 00 0a 00"),
            (.ssl30, Hello.legacy, nil, ""), (.ssl30, Said.clientHello12, nil, ""),
        ] as [(AntiqueServer, [UInt8], String?, String)])
    func antiques(_ server: AntiqueServer, _ said: [UInt8], _ start: String?, _ end: String) throws {
        guard case .whole(let offer) = ClientHelloOffer.read(said) else {
            Issue.record("no ClientHello")
            return
        }
        let random = Array(repeating: "5a ", count: 32).joined()
        #expect(server.serverHello(answering: offer).map { text($0) } == start.map { $0 + random + end })
    }

    @Test func aHandshakeIsCompletedWithoutTheExtensionThatItCannotBear() async throws {
        for (scenario, offending) in [
            (Scenario.serverNameIntolerant, Hello.named), (.tls13Intolerant, Said.clientHello13),
        ] {
            try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
                let accepted = try LoopbackClient(to: endpoint)
                accepted.send(Said.request)
                _ = accepted.read(19)
                // In pieces, as they may come.
                accepted.send(Array(Said.clientHello12.prefix(40)))
                accepted.send(Array(Said.clientHello12.dropFirst(40)))
                #expect(try #require(ServerFlight(from: accepted)).version == 0x0303)

                let refused = try LoopbackClient(to: endpoint)
                refused.send(Said.request)
                _ = refused.read(19)
                refused.send(offending)
                #expect(refused.read(1) == LoopbackClient.Reading(bytes: [], ending: .reset))
            }
        }
    }

    @Test func aCookieIsAnsweredByClosing() async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withScenario(.cookieIntolerant, book: book) { endpoint, _ in
            let plain = try LoopbackClient(to: endpoint)
            plain.send(Said.request)
            #expect(text(plain.read(19).bytes) == "03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 08 00 00 00")
            let withCookie = try LoopbackClient(to: endpoint)
            // `Cookie: mstshash=rdptop` before the offer (MS-RDPBCGR 2.2.1.1).
            withCookie.send(
                bytes("03 00 00 2c 27 e0 00 00 00 00 00") + Array("Cookie: mstshash=rdptop\r\n".utf8)
                    + bytes("01 00 08 00 0b 00 00 00"))
            #expect(withCookie.read(1) == LoopbackClient.Reading(bytes: [], ending: .closed))
        }
        #expect(book.visits.connections == 2)
        let asked = ConnectionRequest(
            routing: .cookie("rdptop"), negotiation: NegotiationRequest(requestedProtocols: [.ssl, .hybrid, .hybridEx]))
        #expect(book.visits.questions.last == .connection(asked))
    }
}
