import FleetModel
import NIOCore
import ProbeEngine
import Testing

@Suite("A hostile gateway", .timeLimit(.minutes(5)))
struct HostileGatewayTests {
    private func climb(
        _ steps: [ScriptedServer.Step], timeout: Span = .seconds(20)
    ) async throws -> GatewaySnapshot {
        let start: [ScriptedServer.Step] = try [.startTLS(ServerCertificates.modern.context()), .awaitBytes]
        return try await GatewayFixture().climb(start + steps, timeout: timeout)
    }

    /// Some kilobytes of the same, so that a flood is one of bytes and not of packets.
    private func repeated(_ text: String) -> [UInt8] {
        Array(String(repeating: text, count: 200).utf8)
    }

    @Test("that closes without an answer has closed, and is asked nothing more")
    func closes() async throws {
        let snapshot = try await climb([.close])
        #expect(snapshot.transport?.failure == .closed)
        #expect(snapshot.transport?.facts?.status == nil)
        #expect(snapshot.webSocket == nil)
        #expect(snapshot.rpc == nil)
    }

    @Test("that says nothing is waited for as long as the policy says")
    func silent() async throws {
        let snapshot = try await climb([], timeout: .seconds(3))
        #expect(snapshot.transport?.failure == .timedOut)
        #expect(snapshot.webSocket == nil)
    }

    @Test(
        "is given up wherever it is when the time is up",
        arguments: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89].map(Span.milliseconds))
    func impatience(timeout: Span) async throws {
        let snapshot = try await climb([], timeout: timeout)
        let failures = [snapshot.tcp?.failure, snapshot.tls?.failure, snapshot.transport?.failure].compactMap(\.self)
        #expect(failures.first == .timedOut, "\(failures)")
    }

    @Test(
        "that speaks something else is malformed",
        arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200\r\n\r\n", "\u{0}\u{1}\u{2}", "HTTP/1.1 abc\r\n\r\n"])
    func foreign(text: String) async throws {
        let snapshot = try await climb([.send(Array(text.utf8))])
        #expect(snapshot.transport?.failure == .malformed)
        #expect(snapshot.transport?.facts?.status == nil)
    }

    @Test("that is cut in the middle of a head has closed")
    func cut() async throws {
        let snapshot = try await climb([.send(Array("HTTP/1.1 401 Unauth".utf8)), .close])
        #expect(snapshot.transport?.failure == .closed)
    }

    @Test("that sends a header without end is stopped at 16 KiB, many headers as well")
    func endlessHeaders() async throws {
        let start = ScriptedServer.Step.send(Array("HTTP/1.1 401 Unauthorized\r\nX: ".utf8))
        let long = try await climb([start, .flood([UInt8](repeating: 0x61, count: 1_000))])
        #expect(long.transport?.failure == .malformed)
        let many = try await climb([start, .flood(repeated("\r\nX: y"))])
        #expect(many.transport?.failure == .malformed)
        let byteCount = try #require(many.transport?.facts?.bytesReceived)
        #expect(byteCount <= 65_536)
    }

    @Test("that sends its head drop by drop is given up when the time is up")
    func drip() async throws {
        let head = [UInt8](repeating: 0x61, count: 15_000)
        let start = ScriptedServer.Step.send(Array("HTTP/1.1 401 Unauthorized\r\nX: ".utf8))
        let snapshot = try await climb([start, .drip(head, pause: .milliseconds(5))], timeout: .seconds(3))
        #expect(snapshot.transport?.failure == .timedOut)
    }

    @Test("that says 100 Continue for ever is stopped at 64 KiB")
    func continues() async throws {
        let snapshot = try await climb([.flood(repeated("HTTP/1.1 100 Continue\r\n\r\n"))])
        #expect(snapshot.transport?.failure == .malformed)
    }

    @Test("that sends a body without end is judged by its head and the beginning of the body")
    func endlessBody() async throws {
        let head = "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunked = try await climb([.send(Array(head.utf8)), .flood(repeated("5\r\nhello\r\n"))])
        #expect(chunked.transport?.failure == .serverError(503))
        #expect(chunked.transport?.facts?.framing == .chunked)
        #expect(chunked.transport?.facts?.body?.hasPrefix("hellohello") == true)
        #expect(chunked.transport?.facts?.body?.count == 200)
    }

    @Test("that sends a second answer nobody asked for is not asked again on that connection")
    func unsolicited() async throws {
        let snapshot = try await climb([.send(Array((Answer.healthy + Answer.healthy).utf8)), .close])
        #expect(snapshot.transport?.failure == nil)
        #expect(snapshot.webSocket?.failure == nil)
        #expect(snapshot.rpc?.failure == nil)
    }

    @Test("that speaks HTTP in the clear on the port of TLS does so, and shows no transport")
    func plain() async throws {
        let plain = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
        let snapshot = try await GatewayFixture().climb([.awaitBytes, .send(Array(plain.utf8)), .close])
        #expect(snapshot.tls?.failure == .notRDP(.http))
        #expect(snapshot.transport == nil)
    }

    @Test("whose connection refuses a second question is asked on another, three in all")
    func reconnects() async throws {
        let start: [ScriptedServer.Step] = try [.startTLS(ServerCertificates.modern.context()), .awaitBytes]
        let answer = Answer.healthy.replacing("Content-Length", with: "Connection: close\r\nContent-Length")
        try await ScriptedServer.run(start + [.send(Array(answer.utf8)), .close]) { server in
            let snapshot = try await GatewayFixture().ladder.climb(server.gateway())
            #expect(snapshot.rpc?.facts?.status == 401)
            #expect(await server.requests(ofConnections: 3).count == 3)
        }
    }

    @Test("is left alone at once when its probe is cancelled")
    func cancelled() async throws {
        let start: [ScriptedServer.Step] = try [.startTLS(ServerCertificates.modern.context()), .awaitBytes]
        let ladder = try GatewayFixture().ladder
        try await ScriptedServer.run(start) { server in
            let gateway = server.gateway(timeout: .seconds(600))
            let probe = Task { await ladder.climb(gateway) }
            await server.received(times: 1)
            probe.cancel()
            let snapshot = await probe.value
            #expect(snapshot.transport?.failure == .ourFault(.cancelled))
            #expect(snapshot.dtls == nil)
        }
    }
}
