import FleetModel
import Testing

@testable import ProbeEngine

@Suite("A variant")
struct VariantProbeTests {
    /// What a server does after our ClientHello, and what the attempt records.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var script: [ScriptedServer.Step]
        var failure: LayerFailure?
        var alert: UInt8?
        var version: UInt16?
        var suite: String?
        var closedFirst: TLSFacts.Closer?
        var timeout = Span.seconds(20)
    }

    static let cases: [Case] = [
        Case(
            testDescription: "chooses TLS 1.2", script: [.send(Wire.serverHello(version: 3))], version: 0x0303,
            suite: "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
        Case(
            testDescription: "chooses SSL 3.0", script: [.send(Wire.serverHello(version: 0))], version: 0x0300,
            suite: "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
        Case(
            testDescription: "wants another key share", script: [.send(Wire.helloRetryRequest)], version: 0x0304,
            suite: "TLS_AES_256_GCM_SHA384"),
        Case(
            testDescription: "sends an alert and closes", script: [.send(Wire.alert(40)), .close],
            failure: .tlsAlert(40), alert: 40, closedFirst: .server),
        Case(
            testDescription: "sends an alert and stays", script: [.send(Wire.alert(80))], failure: .tlsAlert(80),
            alert: 80, closedFirst: .server),
        Case(
            testDescription: "refuses our version as SSL 3.0", script: [.send(Wire.alert(70, version: 0)), .close],
            failure: .tlsTooOld(0x0300), alert: 70, closedFirst: .server),
        Case(testDescription: "closes", script: [.close], failure: .closed, closedFirst: .server),
        Case(testDescription: "resets", script: [.reset], failure: .reset, closedFirst: .server),
        Case(
            testDescription: "says nothing", script: [], failure: .timedOut, closedFirst: .us,
            timeout: .milliseconds(2_000)),
        Case(
            testDescription: "closes within its ServerHello",
            script: [.send(Array(Wire.serverHello(version: 3).dropLast())), .close], failure: .closed,
            closedFirst: .server),
        Case(
            testDescription: "disconnects in RDP's own terms", script: [.send(Wire.ultimatum), .close],
            failure: .disconnectInsteadOfTLS, closedFirst: .server),
        Case(
            testDescription: "speaks HTTP", script: [.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))],
            failure: .notRDP(.http), closedFirst: .us),
        Case(
            testDescription: "floods with handshake records",
            script: [.flood([UInt8](repeating: 22, count: 65_536))], failure: .malformed, closedFirst: .us),
    ]

    private let probe = VariantProbe(limit: .seconds(20)) { LadderFixture.now }

    /// What a regular probe knows of a scripted server.
    private func snapshot(_ server: ScriptedServer, name: String = "ts01.example") -> ServerSnapshot {
        var snapshot = ServerSnapshot(
            server: server.target(named: name).id, began: LadderFixture.now, ended: LadderFixture.now)
        snapshot.dns = Observation(
            facts: DNSFacts(name: name, addresses: [server.endpoint.address], source: .literal), microseconds: 1,
            at: LadderFixture.now)
        return snapshot
    }

    private func attempt(
        _ variant: HandshakeVariant, _ script: [ScriptedServer.Step], timeout: Span = .seconds(20)
    ) async throws -> (VariantAttempt, [ScriptedServer.Event]) {
        try await ScriptedServer.run(script) { server in
            let attempt = await probe.attempt(
                variant, on: server.target(timeout: timeout), after: snapshot(server), because: nil)
            return (attempt, await server.eventsOfOneConnection())
        }
    }

    @Test("records what the server does after the ClientHello", arguments: cases)
    func answers(_ item: Case) async throws {
        let script: [ScriptedServer.Step] = [.awaitBytes, .send(Wire.confirmTLS), .awaitBytes] + item.script
        let (attempt, events) = try await attempt(HandshakeVariant(offer: .tls12), script, timeout: item.timeout)
        #expect(attempt.reached == .tls)
        #expect(attempt.failure == item.failure)
        #expect(attempt.tls?.alert == item.alert)
        #expect(attempt.tls?.version == item.version)
        #expect(attempt.tls?.cipherSuiteName == item.suite)
        #expect(attempt.tls?.closedFirst == item.closedFirst)
        #expect(attempt.negotiation?.selected == .tls)
        #expect(attempt.at == LadderFixture.now)
        #expect(attempt.microseconds > 0)
        #expect(events.first == .received(Wire.request))
        #expect(events.last == .ended)
    }

    @Test("leaves after a ServerHello with user_canceled, close_notify and FIN")
    func leaving() async throws {
        let script: [ScriptedServer.Step] = [
            .awaitBytes, .send(Wire.confirmTLS), .awaitBytes, .send(Wire.serverHello(version: 1)),
        ]
        let (_, events) = try await attempt(HandshakeVariant(offer: .tls10), script)
        #expect(events.dropFirst(2) == [.received([21, 3, 1, 0, 2, 1, 90, 21, 3, 1, 0, 2, 1, 0]), .ended])
    }

    @Test("leaves SSL 3.0, which knows no user_canceled, with close_notify and FIN")
    func leavingSSL3() async throws {
        let script: [ScriptedServer.Step] = [
            .awaitBytes, .send(Wire.confirmTLS), .awaitBytes, .send(Wire.serverHello(version: 0)),
        ]
        let (_, events) = try await attempt(HandshakeVariant(offer: .obsolete), script)
        #expect(events.dropFirst(2) == [.received([21, 3, 0, 0, 2, 1, 0]), .ended])
    }

    @Test("never resets a server that is still sending")
    func noReset() async throws {
        let script: [ScriptedServer.Step] = [
            .awaitBytes, .send(Wire.confirmTLS), .awaitBytes,
            .send(Wire.serverHello(version: 3) + [UInt8](repeating: 0, count: 200_000)),
        ]
        let (attempt, events) = try await attempt(HandshakeVariant(offer: .tls12), script)
        #expect(attempt.failure == nil)
        #expect(!events.contains(.brokenOff))
    }

    @Test(
        "asks in X.224 as it says",
        arguments: [
            (
                HandshakeVariant(sendsCookie: false), [3, 0, 0, 19, 14, 0xE0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 0x0B, 0, 0, 0]
            ),
            (
                HandshakeVariant(requested: .standard, sendsCookie: false),
                [3, 0, 0, 19, 14, 0xE0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0]
            ),
            (HandshakeVariant(requested: [.tls, .hybrid]), Array(Wire.request.dropLast(4)) + [3, 0, 0, 0]),
        ] as [(HandshakeVariant, [UInt8])])
    func requests(variant: HandshakeVariant, request: [UInt8]) async throws {
        let (attempt, events) = try await attempt(variant, [.awaitBytes, .send(Wire.confirmTLS)])
        #expect(events == [.received(request), .ended])
        #expect(attempt.reached == .x224)
        #expect(attempt.failure == nil)
        #expect(attempt.negotiation?.requested == variant.requested)
        #expect(attempt.tls == nil)
    }

    @Test("goes no further than X.224 when the server refuses, closes, or chooses standard security")
    func withoutTLS() async throws {
        let scripts: [([ScriptedServer.Step], LayerFailure?)] = [
            ([.awaitBytes, .send(Wire.refusal(2))], .negotiationRefused(2)), ([.awaitBytes, .close], .closed),
            ([.awaitBytes, .send(Wire.confirmStandard)], nil), ([.awaitBytes, .send(Wire.confirmBare)], nil),
        ]
        for (script, failure) in scripts {
            let (attempt, events) = try await attempt(HandshakeVariant(offer: .modern), script)
            #expect(attempt.reached == .x224)
            #expect(attempt.failure == failure)
            #expect(attempt.tls == nil)
            #expect(events == [.received(Wire.request), .ended])
        }
    }

    @Test("refuses bytes in the clear behind the confirm")
    func injectedPlaintext() async throws {
        let (attempt, events) = try await attempt(
            HandshakeVariant(offer: .modern), [.awaitBytes, .send(Wire.confirmTLS + Array("injected".utf8))])
        #expect(attempt.reached == .tls)
        #expect(attempt.failure == .malformed)
        #expect(events == [.received(Wire.request), .ended])
    }

    @Test("names the server only when it is to, and never by its address")
    func serverName() async throws {
        let rows: [(variant: HandshakeVariant, name: String, isNamed: Bool)] = [
            (HandshakeVariant(offer: .modern), "ts01.example", true),
            (HandshakeVariant(offer: .modern, sendsServerName: false), "ts01.example", false),
            (HandshakeVariant(offer: .obsolete), "ts01.example", false),
            (HandshakeVariant(offer: .modern), "127.0.0.1", false),
        ]
        for row in rows {
            let events = try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .awaitBytes, .close]) {
                server in
                _ = await probe.attempt(
                    row.variant, on: server.target(named: row.name), after: snapshot(server, name: row.name),
                    because: nil)
                return await server.eventsOfOneConnection()
            }
            guard case .received(let hello)? = events.dropFirst().first else {
                Issue.record("no ClientHello: \(events)")
                continue
            }
            #expect(hello.containsSequence(Array(row.name.utf8)) == row.isNamed)
        }
    }

    @Test("says for which failure it was made, and of a missing address that there is none")
    func reason() async throws {
        try await ScriptedServer.run([.awaitBytes, .close]) { server in
            let reason = FollowUp.Reason(layer: .tls, failure: .reset)
            let variant = HandshakeVariant(offer: .modern, family: .ipv6)
            let attempt = await probe.attempt(variant, on: server.target(), after: snapshot(server), because: reason)
            #expect(attempt.variant == variant)
            #expect(attempt.reason == .reset)
            #expect(attempt.reasonLayer == .tls)
            #expect(attempt.reached == .tcp)
            #expect(attempt.failure == .noAddress)
        }
    }

    @Test("makes one connection, however many addresses of a family a name has")
    func oneAddress() async throws {
        try await ScriptedServer.run([.awaitBytes, .close]) { server in
            var known = snapshot(server)
            // Nobody listens at the first, and the second would answer.
            known.dns?.facts?.addresses.insert(IPAddress(octets: 127, 0, 0, 9), at: 0)
            let variant = HandshakeVariant(offer: .modern, family: .ipv4)
            let attempt = await probe.attempt(variant, on: server.target(), after: known, because: nil)
            #expect(attempt.reached == .tcp)
            #expect(attempt.failure == .refused)
        }
    }

    @Test("that is cancelled ends soon, by our own fault")
    func cancellation() async throws {
        try await ScriptedServer.run([]) { server in
            let probe = probe
            let target = server.target()
            let known = snapshot(server)
            let task = Task {
                await probe.attempt(HandshakeVariant(offer: .modern), on: target, after: known, because: nil)
            }
            await server.received(times: 1)
            task.cancel()
            let attempt = await task.value
            #expect(attempt.reached == .x224)
            #expect(attempt.failure == .ourFault(.cancelled))
        }
    }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in it, one after the other.
    fileprivate func containsSequence(_ other: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
