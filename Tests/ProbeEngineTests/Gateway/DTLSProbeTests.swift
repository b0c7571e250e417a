import FleetModel
import NIOCore
import ProbeEngine
import RDPWire
import Testing

@Suite("A gateway's DTLS port", .timeLimit(.minutes(5)))
struct DTLSProbeTests {
    private static let cookie: [UInt8] = [0xC0, 0x0C, 0x1E]

    /// Asks a healthy gateway whose UDP port is that of the peer.
    private func climb(
        _ fixture: GatewayFixture, _ peer: ScriptedDatagramPeer, after earlier: GatewaySnapshot? = nil,
        wire: WireObserver? = nil
    ) async throws -> GatewaySnapshot {
        let script = try Answer.inTurn(Answer.healthy, Answer.healthy, Answer.healthy)
        return try await ScriptedServer.run(script) { server in
            await fixture.ladder.climb(
                server.gateway(timeout: .seconds(50), datagramPort: peer.port), after: earlier, wire: wire)
        }
    }

    private static func helloVerifyRequest() -> [[UInt8]] {
        var writer = DTLSHandshakeWriter(version: .dtls10)
        return (try? writer.datagrams(DTLSHelloVerifyRequest(cookie: cookie))) ?? []
    }

    /// ServerHello, and the Certificate in parts of a hundred bytes, the last one first.
    private static func flight(_ version: DTLSVersion, certificate: [UInt8]) -> [[UInt8]] {
        var writer = DTLSHandshakeWriter(version: version, nextMessage: 1, nextRecord: 1)
        let random = [UInt8](repeating: 9, count: 32)
        do {
            let hello = try DTLSServerHello(
                version: version, random: random, cipherSuite: CipherSuite(rawValue: 0xC02F))
            let message = DTLSCertificateMessage(certificates: [certificate])
            return try writer.datagrams(hello) + writer.datagrams(message, fragmentSize: 100).reversed()
        } catch {
            return []
        }
    }

    private static func alert(_ description: TLSAlertDescription) -> [[UInt8]] {
        var writer = DTLSHandshakeWriter(version: .dtls10)
        return [writer.datagram(TLSAlert(level: .fatal, description: description))]
    }

    @Test("shows version, suite and certificate after the cookie has gone back, with two datagrams")
    func healthy() async throws {
        let der = try ServerCertificates.modern.der
        let fixture = try GatewayFixture()
        try await ScriptedDatagramPeer.run { count, _ in
            count == 1 ? Self.helloVerifyRequest() : Self.flight(.dtls12, certificate: der)
        } body: { peer in
            let snapshot = try await climb(fixture, peer)
            let facts = try #require(snapshot.dtls?.facts)
            #expect(snapshot.dtls?.failure == nil)
            #expect(facts.version == 0xFEFD)
            #expect(facts.cipherSuiteName == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
            #expect(facts.verifiedAddress)
            #expect(facts.certificate?.subject == "CN=noted")
            #expect(facts.datagrams == 2)
            #expect(fixture.examiner.chains.last == [der])
            let hellos = try peer.received.map { try DTLSClientHello(datagram: $0[...]) }
            #expect(hellos.map(\.cookie) == [[], Self.cookie])
            #expect(hellos.map(\.version) == [.dtls12, .dtls12])
            #expect(hellos.first?.random == hellos.last?.random)
            #expect(hellos.first?.random == (0..<32).map { UInt8($0) })
        }
    }

    @Test("tells whoever records of every datagram, beside the bytes of the connection")
    func recording() async throws {
        let der = try ServerCertificates.modern.der
        let (fixture, events) = (try GatewayFixture(), Recorded())
        try await ScriptedDatagramPeer.run { count, _ in
            count == 1 ? Self.helloVerifyRequest() : Self.flight(.dtls12, certificate: der)
        } body: { peer in
            _ = try await climb(fixture, peer) { events.add($0, $1) }
            let datagrams = events.all.filter { $0.0.transport == .udp && $0.0.peer.port == peer.port }
            let sent = datagrams.compactMap { if case .sent(let bytes) = $0.1 { bytes } else { nil } }
            let received = datagrams.compactMap { if case .received(let bytes) = $0.1 { bytes } else { nil } }
            #expect(sent == peer.received)
            #expect(received.first == Self.helloVerifyRequest().first && received.count > 2)
            #expect(datagrams.allSatisfy { $0.0.local.port > 0 })
            let connection = events.all.filter { $0.0.transport == .tcp }
            #expect(connection.first?.1 == .opened && connection.count > 4)
        }
    }

    @Test("of an old server is asked again for DTLS 1.0 after its refusal, with three datagrams")
    func old() async throws {
        let der = try ServerCertificates.modern.der
        try await ScriptedDatagramPeer.run { count, _ in
            [Self.alert(.protocolVersion), Self.helloVerifyRequest(), Self.flight(.dtls10, certificate: der)][count - 1]
        } body: { peer in
            let snapshot = try await climb(GatewayFixture(), peer)
            let facts = try #require(snapshot.dtls?.facts)
            #expect(snapshot.dtls?.failure == nil)
            #expect(facts.versionName == "DTLS 1.0")
            #expect(facts.alert == 70)
            #expect(facts.datagrams == 3)
            let versions = try peer.received.map { try DTLSClientHello(datagram: $0[...]).version }
            #expect(versions == [.dtls12, .dtls10, .dtls10])
        }
    }

    @Test("that refuses for another reason is not asked again")
    func refusing() async throws {
        try await ScriptedDatagramPeer.run { _, _ in
            Self.alert(.handshakeFailure)
        } body: { peer in
            let snapshot = try await climb(GatewayFixture(), peer)
            #expect(snapshot.dtls?.failure == .tlsAlert(40))
            #expect(snapshot.dtls?.facts?.alert == 40)
            #expect(peer.received.count == 1)
            #expect(snapshot.firstFailure == nil)
        }
    }

    @Test("that wants its cookie back for ever gets it once for each version at most")
    func cookies() async throws {
        try await ScriptedDatagramPeer.run { _, _ in
            Self.helloVerifyRequest()
        } body: { peer in
            let snapshot = try await climb(GatewayFixture(flightLimit: .milliseconds(500)), peer)
            #expect(snapshot.dtls?.failure == .timedOut)
            #expect(snapshot.dtls?.facts?.verifiedAddress == true)
            #expect(peer.received.count <= 4)
            #expect(snapshot.dtls?.facts?.datagrams == peer.received.count)
        }
    }

    @Test("that says nothing gets one datagram of each version, and is silent")
    func silent() async throws {
        try await ScriptedDatagramPeer.run { _, _ in
            []
        } body: { peer in
            let snapshot = try await climb(GatewayFixture(flightLimit: .milliseconds(500)), peer)
            #expect(snapshot.dtls?.failure == .timedOut)
            #expect(peer.received.count == 2)
            #expect(snapshot.dtls?.facts?.datagrams == 2)
        }
    }

    @Test("has the time of a flight, however much of the visit's the questions before have taken")
    func lateBeginning() async throws {
        let patience = Span.seconds(2)
        try await ScriptedDatagramPeer.run { _, _ in
            []
        } body: { peer in
            let ladder = try GatewayFixture().ladder
            let script = try Answer.inTurn(Answer.healthy, Answer.healthy, Answer.healthy)
            let snapshot = try await ScriptedServer.run(script) { server in
                await ladder.climb(server.gateway(timeout: patience, datagramPort: peer.port))
            }
            let dtls = try #require(snapshot.dtls)
            #expect(dtls.failure == .timedOut)
            #expect(dtls.microseconds >= patience.milliseconds * 1_000)
            // There was no time for the other version.
            #expect(peer.received.count == 1)
        }
    }

    @Test("that sends anything but DTLS is malformed")
    func garbage() async throws {
        try await ScriptedDatagramPeer.run { _, _ in
            [[1, 2, 3]]
        } body: { peer in
            let snapshot = try await climb(GatewayFixture(flightLimit: .seconds(2)), peer)
            #expect(snapshot.dtls?.failure == .malformed)
        }
    }

    @Test("that nobody listens on is refused at once")
    func closed() async throws {
        let port = try await ScriptedDatagramPeer.run { _, _ in
            []
        } body: {
            $0.port
        }
        let script = try Answer.inTurn(Answer.healthy, Answer.healthy, Answer.healthy)
        let ladder = try GatewayFixture().ladder
        let snapshot = try await ScriptedServer.run(script) { server in
            await ladder.climb(server.gateway(datagramPort: port))
        }
        #expect(snapshot.dtls?.failure == .refused)
    }

    @Test("is asked hourly, and only when TCP has connected")
    func cadence() async throws {
        let der = try ServerCertificates.modern.der
        let fixture = try GatewayFixture()
        try await ScriptedDatagramPeer.run { _, _ in
            Self.flight(.dtls12, certificate: der)
        } body: { peer in
            let first = try await climb(fixture, peer)
            #expect(first.dtls?.facts?.verifiedAddress == false)
            #expect(first.dtls?.facts?.datagrams == 1)
            let again = try await climb(fixture, peer, after: first)
            #expect(again.dtls == nil)
            var old = first
            old.dtls?.at = LadderFixture.now - .hours(1)
            let hourLater = try await climb(fixture, peer, after: old)
            #expect(hourLater.dtls != nil)
            let closed = try await ScriptedServer.run([]) { $0.endpoint }
            let unreachable = Gateway(
                name: "rdgw", host: "rdgw.example", port: closed.port, address: closed.address,
                datagramPort: peer.port)
            let before = peer.received.count
            let snapshot = await fixture.ladder.climb(unreachable)
            #expect(snapshot.tcp?.failure == .refused)
            #expect(snapshot.dtls == nil)
            #expect(peer.received.count == before)
        }
    }
}
