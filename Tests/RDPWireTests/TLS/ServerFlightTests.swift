import Testing

@testable import RDPWire

@Suite("The server's flight")
struct ServerFlightTests {
    private static let hello = ServerHello(
        legacyVersion: .tls12, version: .tls12, cipherSuite: CipherSuite(rawValue: 0xC030))

    /// A minimal TLS 1.2 ServerHello as a handshake message.
    private static let helloMessage =
        hex("02 00 00 26 03 03") + [UInt8](repeating: 0x5A, count: 32) + hex("00 c0 30 00")

    /// Flights and their answers, `nil` where more bytes are due.
    static let flights: [(String, [UInt8], ServerFlight.Answer?)] =
        serverFlightSamples.map { ($0.name, $0.bytes, .serverHello($0.value)) } + [
            ("nothing", [], nil),
            (
                "xrdp with an unusable key", xrdpUltimatum,
                .plaintext(.disconnect(.ultimatum(.init(reason: .userRequested))))
            ),
            (
                "HTTP", Array("HTTP/1.1 400 Bad Request\r\n".utf8),
                .plaintext(.http(statusLine: "HTTP/1.1 400 Bad Request"))
            ),
            ("garbage", hex("00 01 02"), .plaintext(.garbage)),
            (
                "OpenSSL refuses the version", hex("15 03 03 00 02 02 46"),
                .alert(.init(level: .fatal, description: .protocolVersion))
            ),
            ("close_notify", hex("15 03 01 00 02 01 00"), .alert(.init(level: .warning, description: .closeNotify))),
            ("a warning alone", hex("15 03 01 00 02 01 70"), nil),
            (
                "a warning, then the end", hex("15 03 01 00 04 01 70 02 28"),
                .alert(.init(level: .fatal, description: .handshakeFailure))
            ),
            (
                "a warning, then a ServerHello", hex("15 03 03 00 02 01 70 16 03 03 00 2a") + helloMessage,
                .serverHello(hello)
            ),
            (
                "a ServerHello in records of one byte", helloMessage.flatMap { hex("16 03 03 00 01") + [$0] },
                .serverHello(hello)
            ),
            (
                "a ServerHello with the next message in its record",
                hex("16 03 03 00 2e") + helloMessage + hex("0b 00 00 00"), .serverHello(hello)
            ),
            (
                // RFC 6101, 5.6.1.3: no extensions, and not even the length of their block.
                "a ServerHello of SSL 3.0 with RC4",
                hex("16 03 00 00 2a 02 00 00 26 03 00") + [UInt8](repeating: 0x5A, count: 32) + hex("00 00 05 00"),
                .serverHello(
                    ServerHello(legacyVersion: .ssl30, version: .ssl30, cipherSuite: CipherSuite(rawValue: 5)))
            ),
            ("a HelloRetryRequest alone", helloRetryRequestFlight, nil),
            (
                "two HelloRetryRequests", helloRetryRequestFlight + helloRetryRequestFlight,
                .malformed(.unexpected(field: "second HelloRetryRequest", value: 2))
            ),
            (
                "two dummies after a HelloRetryRequest", helloRetryRequestFlight + hex("14 03 03 00 01 01"),
                .malformed(.unexpected(field: "TLS content type", value: 20))
            ),
            (
                "an alert after a HelloRetryRequest", helloRetryRequestFlight + hex("15 03 03 00 02 02 28"),
                .alert(.init(level: .fatal, description: .handshakeFailure))
            ),
            (
                "a ClientHello", hex("16 03 01 00 04 01 00 00 00"),
                .malformed(.unexpected(field: "TLS handshake type", value: 1))
            ),
            (
                "application data at once", hex("17 03 03 00 01 00"),
                .malformed(.unexpected(field: "TLS content type", value: 23))
            ),
            (
                "ChangeCipherSpec at once", hex("14 03 03 00 01 01"),
                .malformed(.unexpected(field: "TLS content type", value: 20))
            ),
            (
                "an empty handshake record", hex("16 03 03 00 00"),
                .malformed(.unexpected(field: "length of a handshake record", value: 0))
            ),
            ("an empty alert record", hex("15 03 03 00 00"), .malformed(.truncated(needed: 1, have: 0))),
            (
                "a record of version 2", hex("16 02 00 00 01"),
                .malformed(.unexpected(field: "TLS record version", value: 0x0200))
            ),
            (
                "a message of 16 MB", hex("16 03 03 00 04 02 ff ff ff"),
                .malformed(.tooLong(field: "TLS handshake message", length: 0xFFFFFF + 4, limit: 65_536))
            ),
        ]

    @Test("gives the same answer byte by byte, in pieces and all at once")
    func pieces() {
        for (name, bytes, answer) in Self.flights {
            var atOnce = ServerFlight()
            #expect(atOnce.receive(bytes[...]) == answer, "\(name)")
            #expect(atOnce.byteCount == bytes.count)
            for size in [1, 2, 3, 7, 64] {
                var inPieces = ServerFlight()
                for start in stride(from: 0, to: bytes.count, by: size) {
                    inPieces.receive(bytes[start..<min(start + size, bytes.count)])
                }
                #expect(inPieces.answer == answer, "\(name) in pieces of \(size)")
                #expect(inPieces.warnings == atOnce.warnings, "\(name) in pieces of \(size)")
                #expect(inPieces.helloRetryRequest == atOnce.helloRetryRequest, "\(name) in pieces of \(size)")
                #expect(inPieces.byteCount == atOnce.byteCount)
            }
        }
    }

    @Test("never changes its answer")
    func finality() {
        for (name, bytes, answer) in Self.flights where answer != nil {
            var flight = ServerFlight()
            flight.receive(bytes[...])
            #expect(flight.receive(hex("15 03 03 00 02 02 50")[...]) == answer, "\(name)")
            #expect(flight.end() == answer, "\(name)")
            #expect(flight.byteCount == bytes.count + 7, "\(name)")
        }
    }

    @Test("says at the end what it knows")
    func ends() {
        let ends: [(String, [UInt8], ServerFlight.Answer?)] = [
            ("nothing", [], nil),
            ("half a record header", hex("16 03"), .malformed(.truncated(needed: 5, have: 2))),
            ("half a record", hex("16 03 03 00 7a 02 00"), .malformed(.truncated(needed: 127, have: 7))),
            ("half a message", hex("16 03 03 00 05 02 00 00 26 03"), .malformed(.truncated(needed: 42, have: 5))),
            ("half a message header", hex("16 03 03 00 02 02 00"), .malformed(.truncated(needed: 4, have: 2))),
            ("a warning", hex("15 03 01 00 02 01 70"), .alert(.init(level: .warning, description: .unrecognizedName))),
            ("half a disconnect", hex("03 00 00 09 02"), .plaintext(.malformed(.truncated(needed: 9, have: 5)))),
            ("half a line", Array("HTTP/1.1".utf8), .plaintext(.http(statusLine: "HTTP/1.1"))),
            (
                "a HelloRetryRequest", helloRetryRequestFlight,
                .serverHello(
                    .init(
                        legacyVersion: .tls12, version: .tls13, cipherSuite: CipherSuite(rawValue: 0x1302),
                        isHelloRetryRequest: true))
            ),
        ]
        for (name, bytes, answer) in ends {
            var flight = ServerFlight()
            #expect(flight.receive(bytes[...]) == nil, "\(name)")
            #expect(flight.end() == answer, "\(name)")
        }
    }

    @Test("knows bytes that began as a TLS record, whatever came of it")
    func recordSeen() {
        let cases: [(String, [UInt8], Bool)] = [
            ("nothing", [], false),
            ("half a record header", hex("16 03"), false),
            ("a message of 16 MB", hex("16 03 03 00 04 02 ff ff ff"), true),
            ("a record that is too long", hex("16 03 03 ff ff"), true),
            ("application data at once", hex("17 03 03 00 01 00"), true),
            ("an alert without a content", hex("15 03 00 00 00"), true),
            ("a record of version 2", hex("16 02 00 00 01"), false),
            ("a content type that does not exist", hex("19 03 03 00 01 00"), false),
            ("HTTP", Array("HTTP/1.1 400 Bad Request\r\n".utf8), false),
            ("xrdp with an unusable key", xrdpUltimatum, false),
            ("a record, then none", hex("15 03 03 00 02 01 70 16 09 09 00 04"), true),
        ]
        for (name, bytes, expected) in cases {
            var flight = ServerFlight()
            flight.receive(bytes[...])
            #expect(flight.hasTLSRecord == expected, "\(name)")
            flight.end()
            #expect(flight.hasTLSRecord == expected, "\(name), at the end")
        }
    }

    @Test("bears a few warnings, and not a flood of them")
    func floodOfWarnings() {
        var flight = ServerFlight()
        for count in 1...ServerFlight.warningLimit {
            #expect(flight.receive(hex("15 03 01 00 02 01 70")[...]) == nil)
            #expect(flight.warnings.count == count)
        }
        #expect(
            flight.receive(hex("15 03 01 00 02 01 70")[...])
                == .malformed(.tooLong(field: "series of TLS warnings", length: 9, limit: 8)))
    }

    @Test("takes a message up to its bound, whatever the size of one call")
    func longMessage() {
        // A ServerHello of 65,536 bytes in all, most of it one extension, over four full records.
        let extensionLength = ServerFlight.messageLimit - 4 - 38 - 2 - 4
        let message =
            hex("02 00 ff fc 03 03") + [UInt8](repeating: 0x5A, count: 32) + hex("00 c0 30 00")
            + bigEndian(extensionLength + 4) + hex("00 15") + bigEndian(extensionLength)
            + [UInt8](repeating: 0, count: extensionLength)
        #expect(message.count == ServerFlight.messageLimit)
        let bytes = stride(from: 0, to: message.count, by: 16_384).flatMap { start in
            hex("16 03 03 40 00") + message[start..<start + 16_384]
        }
        var flight = ServerFlight()
        #expect(flight.receive(bytes.dropLast()) == nil)
        #expect(flight.receive(bytes.suffix(1)) == .serverHello(Self.hello))
    }

    private func bigEndian(_ value: Int) -> [UInt8] {
        [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
}
