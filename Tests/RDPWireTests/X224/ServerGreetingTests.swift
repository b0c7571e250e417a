import Testing

@testable import RDPWire

@Suite("The server's greeting")
struct ServerGreetingTests {
    /// First bytes of an answer and what they show; the last of them decides.
    static let decided: [(String, [UInt8], ServerGreeting)] =
        connectionConfirmSamples.map { ($0.name, $0.bytes, .confirm($0.value, frameLength: $0.bytes.count)) } + [
            ("xrdp's disconnect", xrdpUltimatum, .disconnect(.ultimatum(.init(reason: .userRequested)))),
            (
                "X.224 Disconnect Request", disconnectRequest,
                .disconnect(.request(.init(sourceReference: 0x1234, reason: 130)))
            ),
            (
                "X.224 Error", tpduError,
                .disconnect(.error(.init(rejectCause: 2, variablePart: hex("c1 02 0e e0"))))
            ),
            ("nginx", Array("HTTP/1.1 400 Bad Request\r".utf8), .http(statusLine: "HTTP/1.1 400 Bad Request")),
            ("OpenSSH", Array("SSH-2.0-OpenSSH_9.2p1\r".utf8), .ssh(identification: "SSH-2.0-OpenSSH_9.2p1")),
            ("SMTP", Array("220 mail.example ESMTP\r".utf8), .text(line: "220 mail.example ESMTP")),
            ("VNC", Array("RFB 003.008\n".utf8), .text(line: "RFB 003.008")),
            ("text after an empty line", Array("\r\nlogin: \n".utf8), .text(line: "login: ")),
            ("text in UTF-8", Array("Grüezi\n".utf8), .text(line: "Grüezi")),
            (
                "TLS alert", hex("15 03 01 00 02 02 0a"),
                .tlsAlert(.init(level: .fatal, description: .init(rawValue: 10)))
            ),
            (
                "TLS record", hex("16 03 03 00 7a"),
                .tlsRecord(.init(contentType: .handshake, version: .tls12, length: 0x7A))
            ),
            (
                "TLS alert of no known level", hex("15 03 03 00 02 07 0a"),
                .tlsRecord(.init(contentType: .alert, version: .tls12, length: 2))
            ),
            ("a first byte of no protocol", [0x00], .garbage),
            ("a first byte beyond ASCII", [0xFF], .garbage),
            ("MySQL", hex("4a 00"), .garbage),
            ("text that turns binary", Array("hello\u{1}".utf8), .garbage),
            ("like a TLS record of version 4", hex("16 04 00 00 10"), .garbage),
            (
                "a Connection Request, echoed", hex("03 00 00 0b 06 e0 00 00 00 00 00"),
                .malformed(.unexpected(field: "TPDU code", value: 0xE0))
            ),
            (
                "an unknown TPDU", hex("03 00 00 0b 06 10 00 00 00 00 00"),
                .malformed(.unexpected(field: "TPDU code", value: 0x10))
            ),
            ("a TPKT too short", hex("03 00 00 06"), .malformed(.unexpected(field: "TPKT length", value: 6))),
            (
                "a TPKT too long", hex("03 00 40 01"),
                .malformed(.tooLong(field: "TPKT packet", length: 16_385, limit: 16_384))
            ),
        ]

    @Test("is known with the byte that decides, and no sooner")
    func decisions() {
        for (name, bytes, greeting) in Self.decided {
            for count in 0..<bytes.count {
                #expect(ServerGreeting.classify(bytes.prefix(count)) == nil, "\(name), \(count) bytes")
            }
            #expect(ServerGreeting.classify(bytes[...]) == greeting, "\(name)")
        }
    }

    @Test("stays the same whatever follows")
    func followingBytes() {
        for (name, bytes, greeting) in Self.decided {
            for more in [hex("00"), hex("0a"), xrdpUltimatum, hex("16 03 01 02 00 01"), Array("<html>".utf8)] {
                #expect(ServerGreeting.classify((bytes + more)[...]) == greeting, "\(name), then \(more)")
            }
        }
    }

    @Test("of a server that said nothing is none")
    func silence() {
        #expect(ServerGreeting.classify([]) == nil)
        #expect(ServerGreeting.classify([], ended: true) == nil)
    }

    @Test("is known in the end, even if cut short")
    func cutShort() {
        for (name, bytes, _) in Self.decided {
            for count in 1...bytes.count {
                #expect(
                    ServerGreeting.classify(bytes.prefix(count), ended: true) != nil, "\(name), \(count) bytes")
            }
        }
        let confirm = hex("03 00 00 13 0e d0 00")
        #expect(
            ServerGreeting.classify(confirm[...], ended: true) == .malformed(.truncated(needed: 19, have: 7)))
        #expect(ServerGreeting.classify([0x03], ended: true) == .malformed(.truncated(needed: 4, have: 1)))
        #expect(
            ServerGreeting.classify(Array("HTTP/1.0 2".utf8)[...], ended: true) == .http(statusLine: "HTTP/1.0 2"))
        #expect(ServerGreeting.classify(hex("16 03")[...], ended: true) == .garbage)
        #expect(ServerGreeting.classify(hex("0d 0a")[...], ended: true) == .garbage)
    }

    @Test("keeps no more of a line than its bound")
    func longLine() {
        let endless = [UInt8](repeating: 0x41, count: 100_000)
        let line = String(repeating: "A", count: ServerGreeting.lineLimit)
        #expect(ServerGreeting.classify(endless.prefix(ServerGreeting.lineLimit - 1)) == nil)
        #expect(ServerGreeting.classify(endless[...]) == .text(line: line))
    }

    @Test("tells how long the confirm was, so that plaintext behind it cannot pass for TLS")
    func bytesBehindTheConfirm() throws {
        let confirm = try #require(connectionConfirmSamples.first)
        let received = confirm.bytes + Array("injected".utf8)
        #expect(ServerGreeting.classify(received[...]) == .confirm(confirm.value, frameLength: 19))
    }

    @Test("waits for a packet of any length up to the caller's bound")
    func frameLimit() {
        let header = hex("03 00 00 20")
        #expect(ServerGreeting.classify(header[...], frameLimit: 32) == nil)
        #expect(
            ServerGreeting.classify(header[...], frameLimit: 31)
                == .malformed(.tooLong(field: "TPKT packet", length: 32, limit: 31)))
    }
}
