import FleetModel
import NIOCore
import Synchronization
import Testing

@testable import ProbeEngine

@Suite("X.224 layer")
struct NegotiationLayerTests {
    /// A server's behaviour, and what the layer makes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var script: [ScriptedServer.Step]
        var answer: NegotiationFacts.Answer
        var failure: LayerFailure?
        var banner: String?
        var timeout = Span.seconds(20)
    }

    /// The codes of RDP_NEG_FAILURE (MS-RDPBCGR 2.2.1.2.2), and two that it does not have.
    static let refusals: [Case] = [
        (0, "an undefined code 0"), (1, "SSL_REQUIRED_BY_SERVER"), (2, "SSL_NOT_ALLOWED_BY_SERVER"),
        (3, "SSL_CERT_NOT_ON_SERVER"), (4, "INCONSISTENT_FLAGS"), (5, "HYBRID_REQUIRED_BY_SERVER"),
        (6, "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"), (0xC8, "an undefined code 200"),
    ].map { code, name in
        Case(
            testDescription: "refuses with \(name)", script: [.awaitBytes, .send(Wire.refusal(code))],
            answer: .refused(code: UInt32(code)), failure: .negotiationRefused(UInt32(code)))
    }

    static let cases: [Case] = [
        Case(
            testDescription: "chooses standard security",
            script: [.awaitBytes, .send(Wire.confirmStandard)], answer: .selected(.standard, flags: 0)),
        Case(
            testDescription: "does not negotiate",
            script: [.awaitBytes, .send(Wire.confirmBare)], answer: .withoutNegotiation),
        Case(
            testDescription: "closes at once", script: [.awaitBytes, .close], answer: .nothing, failure: .closed),
        Case(
            testDescription: "resets", script: [.awaitBytes, .reset], answer: .nothing, failure: .reset),
        Case(
            testDescription: "says nothing", script: [.awaitBytes], answer: .nothing, failure: .timedOut,
            timeout: .milliseconds(2_000)),
        Case(
            testDescription: "drips a confirm so slowly that the time is up",
            script: [.awaitBytes, .drip(Wire.confirmTLS, pause: .milliseconds(100))], answer: .malformed,
            failure: .timedOut, timeout: .seconds(1)),
        Case(
            testDescription: "closes in the middle of a confirm",
            script: [.awaitBytes, .send(Array(Wire.confirmTLS.prefix(9))), .close], answer: .malformed,
            failure: .closed),
        Case(
            testDescription: "disconnects in RDP's own terms",
            script: [.awaitBytes, .send(Wire.ultimatum), .close], answer: .malformed, failure: .closed),
        Case(
            testDescription: "sends a packet of impossible length",
            script: [.awaitBytes, .send([3, 0, 0xFF, 0xFF, 0xFF])], answer: .malformed, failure: .malformed),
        Case(
            testDescription: "hides an escape sequence in its text",
            script: [.awaitBytes, .send(Array("HTTP/1.1 400 Bad\u{1B}[2J Request\r\n\r\n".utf8)), .close],
            answer: .foreign(.binary), failure: .notRDP(.binary)),
        Case(
            testDescription: "speaks HTTP",
            script: [.awaitBytes, .send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)), .close],
            answer: .foreign(.http), failure: .notRDP(.http), banner: "HTTP/1.1 400 Bad Request"),
        Case(
            testDescription: "speaks SSH before it is asked",
            script: [.send(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))], answer: .foreign(.ssh), failure: .notRDP(.ssh),
            banner: "SSH-2.0-OpenSSH_9.2"),
        Case(
            testDescription: "greets like a mail server",
            script: [.send(Array("220 mail.example ESMTP\r\n".utf8))], answer: .foreign(.text),
            failure: .notRDP(.text), banner: "220 mail.example ESMTP"),
        Case(
            testDescription: "answers with a TLS alert",
            script: [.awaitBytes, .send(Wire.alert(10)), .close], answer: .foreign(.tls), failure: .notRDP(.tls)),
        Case(
            testDescription: "floods with noise",
            script: [.awaitBytes, .flood([UInt8](repeating: 0xA5, count: 65_536))], answer: .foreign(.binary),
            failure: .notRDP(.binary)),
        Case(
            testDescription: "floods with a line that never ends",
            script: [.awaitBytes, .flood([UInt8](repeating: 0x61, count: 65_536))], answer: .foreign(.text),
            failure: .notRDP(.text), banner: String(repeating: "a", count: 255)),
    ]

    @Test("What a server does in place of a good answer is told apart", arguments: refusals + cases)
    func answers(_ item: Case) async throws {
        let snapshot = try await LadderFixture().climb(item.script, timeout: item.timeout)
        let observation = try #require(snapshot.x224)
        #expect(observation.failure == item.failure)
        #expect(observation.facts?.answer == item.answer)
        #expect(observation.facts?.banner == item.banner)
        #expect((observation.facts?.firstBytes.count ?? 0) <= NegotiationFacts.firstBytesLimit)
        #expect(observation.at == LadderFixture.now)
        #expect(snapshot.tcp?.failure == nil)
        #expect(snapshot.tls == nil)
        #expect(snapshot.certificate == nil)
    }

    @Test("The request names its sender in the cookie and asks for what mstsc asks for")
    func request() async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.refusal(5))]) { server in
            let snapshot = await (try LadderFixture()).ladder.climb(server.target())
            #expect(snapshot.x224?.facts?.requested == .modern)
            #expect(snapshot.x224?.facts?.sourceReference == 0x1234)
            #expect(await server.eventsOfOneConnection().first == .received(Wire.request))
        }
    }

    @Test("A routing token goes in place of the cookie, as it stands, and is told")
    func routingToken() async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.refusal(5))]) { server in
            var target = server.target()
            target.routingToken = RoutingToken("tsv://a.1.B")
            let steps = Mutex<[ProbeStep]>([])
            _ = await (try LadderFixture()).ladder.climb(target) { step in steps.withLock { $0.append(step) } }
            let request: [UInt8] = [
                0x03, 0x00, 0x00, 0x20, 0x1B, 0xE0, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x74, 0x73, 0x76, 0x3A, 0x2F, 0x2F, 0x61, 0x2E, 0x31, 0x2E, 0x42, 0x0D, 0x0A,
                0x01, 0x00, 0x08, 0x00, 0x0B, 0x00, 0x00, 0x00,
            ]
            #expect(await server.eventsOfOneConnection().first == .received(request))
            let words = "asking for TLS, HYBRID, HYBRID_EX, routing token tsv://a.1.B"
            #expect(steps.withLock { $0 }.contains { $0.event == .began(words) })
        }
    }

    @Test("The longest routing token has its wire form")
    func longestToken() async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.refusal(5))]) { server in
            var target = server.target()
            target.routingToken = RoutingToken(String(repeating: "x", count: RoutingToken.longest))
            let snapshot = await (try LadderFixture()).ladder.climb(target)
            #expect(snapshot.x224?.failure == .negotiationRefused(5))
            guard case .received(let bytes) = await server.eventsOfOneConnection().first else {
                Issue.record("nothing was sent")
                return
            }
            #expect(bytes.count == 259 && bytes[4] == 254)
        }
    }

    @Test("HYBRID_REQUIRED_BY_SERVER is recorded also from a server to which NLA was offered")
    func refusalOfWhatWasOffered() async throws {
        let snapshot = try await LadderFixture().climb([.awaitBytes, .send(Wire.refusal(5))])
        let facts = try #require(snapshot.x224?.facts)
        #expect(facts.requested.rawValue == 0x0B)
        #expect(facts.answer == .refused(code: 5))
    }

    @Test("After a refusal nothing more is sent, and the connection ends in order")
    func silenceAfterRefusal() async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.refusal(5))]) { server in
            _ = await (try LadderFixture()).ladder.climb(server.target())
            #expect(await server.eventsOfOneConnection() == [.received(Wire.request), .ended])
        }
    }
}
