import FleetModel
import NIOCore
import RDPWire
import Testing

@testable import ProbeEngine

@Suite("NLA layer")
struct NLALayerTests {
    /// A domain member, whose clock is ten minutes ahead of the test's.
    private static let member = NTLMChallenge(
        targetName: "CONTOSO", flags: .targetTypeDomain, serverChallenge: 1,
        targetInfo: [
            .domainName("CONTOSO"), .computerName("TS01"), .dnsDomainName("contoso.example"),
            .dnsComputerName("ts01.contoso.example"), .dnsTreeName("forest.example"),
            .timestamp(FileTime(unixMilliseconds: (LadderFixture.now + .minutes(10)).milliseconds)),
        ],
        version: NTLMVersion(major: 10, minor: 0, build: 20_348))

    /// A TSRequest with a challenge, or with anything in its place.
    private static func answer(_ challenge: NTLMChallenge, version: UInt32 = 6) throws -> [UInt8] {
        TSRequest(version: version, negoTokens: [try challenge.encoded()]).encoded
    }

    private func climb(
        _ steps: [ScriptedServer.Step], confirm: [UInt8] = Wire.confirmHybrid, timeout: Span = .seconds(20)
    ) async throws -> ServerSnapshot {
        let tls = try ServerCertificates.modern.context()
        let script: [ScriptedServer.Step] = [.awaitBytes, .send(confirm), .startTLS(tls), .awaitBytes]
        return try await LadderFixture().climb(script + steps, timeout: timeout)
    }

    @Test("A challenge says who the server is", arguments: [Wire.confirmHybrid, Wire.confirmHybridEx])
    func challenge(confirm: [UInt8]) async throws {
        let bytes = try Self.answer(Self.member, version: 5)
        let observation = try #require(try await climb([.send(bytes)], confirm: confirm).nla)
        #expect(observation.failure == nil)
        let facts = try #require(observation.facts)
        #expect(facts.answer == .challenge)
        #expect(facts.credSSPVersion == 5)
        #expect(facts.targetName == "CONTOSO")
        #expect(facts.computerName == "TS01")
        #expect(facts.domainName == "CONTOSO")
        #expect(facts.dnsComputerName == "ts01.contoso.example")
        #expect(facts.dnsDomainName == "contoso.example")
        #expect(facts.forest == "forest.example")
        #expect(facts.isDomainMember == true)
        #expect(facts.build?.description == "10.0.20348")
        #expect(facts.serverClock == LadderFixture.now + .minutes(10))
        #expect(facts.firstBytes == Array(bytes.prefix(64)))
        let roundTrip = try #require(facts.roundTrip)
        #expect((0...observation.microseconds).contains(roundTrip))
        #expect(facts.clockSkew == .minutes(10) - .milliseconds(roundTrip / 2_000))
    }

    @Test("One message is said, and after the challenge the connection is closed in order")
    func politeness() async throws {
        let tls = try ServerCertificates.modern.context()
        let script: [ScriptedServer.Step] = [
            .awaitBytes, .send(Wire.confirmHybrid), .startTLS(tls), .awaitBytes, .send(try Self.answer(Self.member)),
        ]
        try await ScriptedServer.run(script) { server in
            let snapshot = await (try LadderFixture()).ladder.climb(server.target())
            #expect(snapshot.nla?.failure == nil)
            #expect(
                await server.eventsOfOneConnection()
                    == [.received(Wire.request), .handshakeCompleted, .received(Wire.negotiate), .closeNotify, .ended])
        }
    }

    @Test("A server without names, version and time tells as much, and text of a challenge is cleaned")
    func sparse() async throws {
        let bare = NTLMChallenge(
            targetName: nil, flags: .targetTypeServer, serverChallenge: 0,
            targetInfo: [
                .computerName("TS\u{1B}[2J"), .timestamp(FileTime(intervals: 0)), .other(identifier: 6, value: [1]),
            ],
            version: nil)
        let facts = try #require(try await climb([.send(try Self.answer(bare))]).nla?.facts)
        #expect(facts.answer == .challenge)
        #expect(facts.computerName == "TS\u{FFFD}[2J")
        #expect(facts.isDomainMember == false)
        #expect(facts.targetName == nil)
        #expect(facts.forest == nil)
        #expect(facts.build == nil)
        #expect(facts.serverClock == nil)
        #expect(facts.clockSkew == nil)
    }

    @Test("A challenge that SPNEGO wraps, or that comes in pieces, is a challenge")
    func wrapped() async throws {
        let token = [0xA1, 0x81, 0xF7] + (try Self.member.encoded()) + [0xA3, 0]
        let wrapped = TSRequest(negoTokens: [token]).encoded
        #expect(try await climb([.send(wrapped)]).nla?.facts?.computerName == "TS01")
        let drip = ScriptedServer.Step.drip(try Self.answer(Self.member), pause: .milliseconds(1))
        #expect(try await climb([drip]).nla?.facts?.computerName == "TS01")
    }

    /// What a server does in place of sending a challenge, and what the layer makes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var steps: [ScriptedServer.Step]
        var answer: NLAFacts.Answer
        var failure: LayerFailure
        var version: UInt32?
        var timeout = Span.seconds(20)
    }

    static let cases: [Case] = [
        Case(
            testDescription: "says STATUS_NTLM_BLOCKED",
            steps: [.send(TSRequest(version: 3, errorCode: 0xC000_0418).encoded)], answer: .errorCode(0xC000_0418),
            failure: .securityError(0xC000_0418), version: 3),
        Case(
            testDescription: "says an error code with a leading zero byte, and closes",
            steps: [.send([0x30, 14, 0xA0, 3, 2, 1, 6, 0xA4, 7, 2, 5, 0, 0xC0, 0, 0, 0xBB]), .close],
            answer: .errorCode(0xC000_00BB), failure: .securityError(0xC000_00BB), version: 6),
        Case(
            testDescription: "sends a TSRequest without a token", steps: [.send(TSRequest(version: 2).encoded)],
            answer: .otherToken, failure: .malformed, version: 2),
        Case(
            testDescription: "sends a token of SPNEGO without NTLM",
            steps: [.send(TSRequest(negoTokens: [[0xA1, 7, 0x30, 5, 0xA0, 3, 10, 1, 2]]).encoded)],
            answer: .otherToken, failure: .malformed, version: 6),
        Case(
            testDescription: "sends our own message back", steps: [.send(Wire.negotiate)], answer: .otherToken,
            failure: .malformed, version: 6),
        Case(
            testDescription: "sends a challenge whose name lies 64 KiB away",
            steps: [
                .send(
                    TSRequest(negoTokens: [
                        NTLMMessage.signature + [2, 0, 0, 0, 255, 255, 255, 255, 56, 0, 0, 0]
                            + [UInt8](repeating: 0, count: 40)
                    ]).encoded)
            ], answer: .malformed, failure: .malformed, version: 6),
        Case(
            testDescription: "speaks HTTP", steps: [.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))],
            answer: .malformed, failure: .malformed),
        Case(
            testDescription: "sends a SEQUENCE that holds something else", steps: [.send([0x30, 3, 2, 1, 6])],
            answer: .malformed, failure: .malformed),
        Case(
            testDescription: "promises 64 KiB", steps: [.send([0x30, 0x83, 1, 0, 0])], answer: .malformed,
            failure: .malformed),
        Case(
            testDescription: "floods", steps: [.flood([UInt8](repeating: 0x30, count: 65_536))], answer: .malformed,
            failure: .malformed),
        Case(
            testDescription: "closes in the middle of its answer",
            steps: [.send(Array(Wire.negotiate.prefix(20))), .close],
            answer: .malformed, failure: .closed),
        Case(
            testDescription: "stops in the middle of its answer", steps: [.send(Array(Wire.negotiate.prefix(20)))],
            answer: .malformed, failure: .timedOut),
        Case(testDescription: "closes", steps: [.close], answer: .nothing, failure: .closed),
        Case(testDescription: "resets", steps: [.reset], answer: .nothing, failure: .reset),
        Case(
            testDescription: "says nothing until the probe's time is up", steps: [], answer: .nothing,
            failure: .timedOut, timeout: .milliseconds(2_500)),
        Case(
            testDescription: "says nothing until the layer's own time is up", steps: [], answer: .nothing,
            failure: .timedOut),
    ]

    @Test("What a server does in place of a challenge is told apart", arguments: cases)
    func failures(_ item: Case) async throws {
        let snapshot = try await climb(item.steps, timeout: item.timeout)
        #expect(snapshot.tls?.failure == nil)
        let observation = try #require(snapshot.nla)
        #expect(observation.failure == item.failure)
        #expect(observation.facts?.answer == item.answer)
        #expect(observation.facts?.credSSPVersion == item.version)
        #expect((observation.facts?.roundTrip == nil) == (item.answer == .nothing))
        #expect(observation.facts?.serverClock == nil)
        #expect(observation.microseconds < 10_000_000)
    }

    @Test("Nothing is said after silence")
    func silence() async throws {
        let tls = try ServerCertificates.modern.context()
        let script: [ScriptedServer.Step] = [.awaitBytes, .send(Wire.confirmHybrid), .startTLS(tls)]
        try await ScriptedServer.run(script) { server in
            let target = server.target()
            let ladder = try LadderFixture().ladder
            #expect(await ladder.climb(target).nla?.failure == .timedOut)
            #expect(
                await server.eventsOfOneConnection()
                    == [.received(Wire.request), .handshakeCompleted, .received(Wire.negotiate), .closeNotify, .ended])
        }
    }

    @Test("A server that chose TLS alone is not asked")
    func notChosen() async throws {
        let snapshot = try await climb([], confirm: Wire.confirmTLS)
        #expect(snapshot.tls?.failure == nil)
        #expect(snapshot.nla == nil)
    }

    @Test("Who has answered is not asked again before it is due")
    func due() async throws {
        let tls = try ServerCertificates.modern.context()
        let script: [ScriptedServer.Step] = [
            .awaitBytes, .send(Wire.confirmHybrid), .startTLS(tls), .awaitBytes, .send(try Self.answer(Self.member)),
        ]
        try await ScriptedServer.run(script) { server in
            let ladder = try LadderFixture().ladder
            let first = await ladder.climb(server.target())
            #expect(first.nla?.failure == nil)
            #expect(await ladder.climb(server.target(), after: first).nla == nil)
        }
    }
}
