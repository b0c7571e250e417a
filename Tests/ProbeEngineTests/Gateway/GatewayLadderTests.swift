import FleetModel
import NIOSSL
import ProbeEngine
import Testing

@Suite("Climbing a gateway", .timeLimit(.minutes(5)))
struct GatewayLadderTests {
    /// What is asked for when random bytes count from zero.
    private static let transport = """
        RDG_OUT_DATA /remoteDesktopGateway/ HTTP/1.1\r
        Cache-Control: no-cache\r
        Connection: Keep-Alive\r
        Pragma: no-cache\r
        Accept: */*\r
        User-Agent: MS-RDGateway/1.0\r
        RDG-Connection-Id: {00010203-0405-0607-0809-0A0B0C0D0E0F}\r
        RDG-Correlation-Id: {00010203-0405-0607-0809-0A0B0C0D0E0F}\r
        Host: rdgw.example:PORT\r
        Content-Length: 0\r
        \r

        """
    private static let webSocket = """
        RDG_OUT_DATA /remoteDesktopGateway/ HTTP/1.1\r
        Cache-Control: no-cache\r
        Connection: Upgrade\r
        Pragma: no-cache\r
        Accept: */*\r
        User-Agent: MS-RDGateway/1.0\r
        RDG-Connection-Id: {00010203-0405-0607-0809-0A0B0C0D0E0F}\r
        RDG-Correlation-Id: {00010203-0405-0607-0809-0A0B0C0D0E0F}\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r
        Host: rdgw.example:PORT\r
        Content-Length: 0\r
        \r

        """
    private static let rpc = """
        RPC_OUT_DATA /rpc/rpcproxy.dll?localhost:3388 HTTP/1.1\r
        Accept: application/rpc\r
        Cache-Control: no-cache\r
        Connection: Keep-Alive\r
        Content-Length: 0\r
        User-Agent: MSRPC\r
        Host: rdgw.example:PORT\r
        Pragma: ResourceTypeUuid=44e265dd-7daf-42cd-8560-3cdb6e7a2729, SessionId=00010203-0405-0607-0809-0a0b0c0d0e0f\r
        \r

        """

    @Test("a healthy one is asked three things on one connection, byte for byte, and shows every layer")
    func healthy() async throws {
        let fixture = try GatewayFixture()
        let script = try Answer.inTurn(
            Answer.healthy, Answer.healthy, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        try await ScriptedServer.run(script) { server in
            let snapshot = await fixture.ladder.climb(server.gateway())
            let asked = [Self.transport, Self.webSocket, Self.rpc].joined()
                .replacing("PORT", with: "\(server.endpoint.port)")
            #expect(await server.requests(ofConnections: 1) == [asked])
            #expect(snapshot.gateway == "rdgw")
            #expect(snapshot.dns?.facts?.source == .literal)
            #expect(snapshot.tcp?.failure == nil)
            #expect(snapshot.tls?.facts?.version == 0x0304)
            #expect(snapshot.certificate?.facts?.askedName == "rdgw.example")
            let der = try ServerCertificates.modern.der
            #expect(fixture.examiner.chains == [[der]])
            #expect(snapshot.transport?.failure == nil)
            #expect(snapshot.webSocket?.facts?.status == 401)
            #expect(snapshot.rpc?.failure == .notAGateway(404))
            #expect(snapshot.dtls == nil)
            #expect(snapshot.firstFailure == nil)
        }
    }

    @Test("no request ever carries an Authorization header")
    func noCredentials() {
        for text in [Self.transport, Self.webSocket, Self.rpc] {
            #expect(!text.lowercased().contains("authorization"))
        }
    }

    @Test("the facts are those of the answer, cleaned")
    func facts() async throws {
        let answer = """
            HTTP/1.1 503 Service Unavailable\r
            Server: Micro\u{202E}soft-HTTPAPI/2.0\r
            Via: 1.1 proxy-3\r
            X-Cache: MISS from proxy-3\r
            X-Squid-Cache: MISS\r
            X-Forwarded-For: 10.1.2.3\r
            Proxy-Connection: close\r
            Retry-After: 120\r
            Date: Fri, 15 Jan 2027 08:05:00 GMT\r
            WWW-Authenticate: Negotiate, Basic realm="a, b", charset=utf-8\r
            Content-Length: 31\r
            Connection: close\r
            \r
            <html>\r
              <b>Gone</b>\r
            </html>

            """
        let snapshot = try await GatewayFixture().climb(Answer.once(answer))
        let facts = try #require(snapshot.transport?.facts)
        #expect(snapshot.transport?.failure == .serverError(503))
        #expect(facts.version == "1.1")
        #expect(facts.server == "Micro\u{FFFD}soft-HTTPAPI/2.0")
        #expect(
            facts.proxyHeaders == [
                "Via: 1.1 proxy-3", "X-Cache: MISS from proxy-3", "X-Squid-Cache: MISS", "X-Forwarded-For: 10.1.2.3",
                "Proxy-Connection: close",
            ])
        #expect(facts.retryAfter == .seconds(120))
        // The clock of the test stands at 08:00:00 of that day.
        #expect(facts.clockSkew == .minutes(5))
        #expect(facts.schemes == ["Negotiate", "Basic"])
        #expect(facts.framing == .length(31))
        #expect(facts.body == "<html> <b>Gone</b> </html>")
        #expect(facts.bytesReceived == answer.utf8.count)
    }

    /// An answer, and what becomes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var head: String
        var body = ""
        var failure: LayerFailure?
        var testDescription: String { head.split(separator: "\r\n").joined(separator: ", ") }
    }

    @Test(
        "an answer is told from one of a gateway",
        arguments: [
            Case(head: "401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\n"),
            Case(head: "401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n"),
            Case(head: "401 Unauthorized\r\n", failure: .notAGateway(401)),
            Case(head: "101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"),
            Case(head: "200 OK\r\n", body: "0123456789"),
            Case(head: "200 OK\r\nContent-Type: application/octet-stream\r\n", body: "0123456789"),
            Case(head: "200 OK\r\nTransfer-Encoding: chunked\r\n", body: "a\r\n0123456789\r\n0\r\n\r\n"),
            Case(head: "200 OK\r\nContent-Type: text/html\r\n", body: "<html>", failure: .notAGateway(200)),
            Case(head: "200 OK\r\n", body: "\r\n <html>", failure: .notAGateway(200)),
            Case(head: "200 OK\r\nContent-Length: 0\r\n", failure: .notAGateway(200)),
            Case(head: "200 OK\r\n", body: String(repeating: "x", count: 101), failure: .notAGateway(200)),
            Case(head: "204 No Content\r\n", failure: .notAGateway(204)),
            Case(head: "302 Found\r\nLocation: https://login.example/\r\n", failure: .notAGateway(302)),
            Case(head: "400 Bad Request\r\n", failure: .blocked),
            Case(head: "403 Forbidden\r\n", failure: .notAGateway(403)),
            Case(head: "404 Not Found\r\n", failure: .notAGateway(404)),
            Case(head: "405 Method Not Allowed\r\n", failure: .blocked),
            Case(head: "407 Proxy Authentication Required\r\n", failure: .blocked),
            Case(head: "410 Gone\r\n", failure: .notAGateway(410)),
            Case(head: "411 Length Required\r\n", failure: .blocked),
            Case(head: "413 Content Too Large\r\n", failure: .blocked),
            Case(head: "429 Too Many Requests\r\n", failure: .blocked),
            Case(head: "500 Internal Server Error\r\n", failure: .serverError(500)),
            Case(head: "501 Not Implemented\r\n", failure: .blocked),
            Case(head: "502 Bad Gateway\r\n", failure: .serverError(502)),
            Case(head: "503 Service Unavailable\r\n", failure: .serverError(503)),
            Case(head: "505 HTTP Version Not Supported\r\n", failure: .blocked),
            Case(head: "599 Whatever\r\n", failure: .serverError(599)),
            Case(head: "999 Whatever\r\n", failure: .notAGateway(999)),
        ])
    func classes(_ answer: Case) async throws {
        let script = try Answer.once("HTTP/1.1 \(answer.head)\r\n\(answer.body)")
        let snapshot = try await GatewayFixture().climb(script)
        #expect(snapshot.transport?.failure == answer.failure)
        let status = answer.head.split(separator: " ").first.flatMap { UInt16($0) }
        #expect(snapshot.transport?.facts?.status == status)
        #expect(snapshot.webSocket?.facts?.status == status)
        #expect(snapshot.rpc?.facts?.status == status)
    }

    @Test("RPC over HTTP that is denied is filtered, and application/rpc is its own answer")
    func rpc() async throws {
        let fixture = try GatewayFixture()
        let denied = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
        let filtered = try await fixture.climb(Answer.inTurn(Answer.healthy, Answer.healthy, denied))
        #expect(filtered.rpc?.failure == .blocked)
        let open = "HTTP/1.1 200 Success\r\nContent-Type: application/rpc\r\nContent-Length: 0\r\n\r\n"
        let answered = try await fixture.climb(Answer.inTurn(Answer.healthy, Answer.healthy, open))
        #expect(answered.rpc?.failure == nil)
    }

    @Test("a 200 that never ends is taken as far as it has come, and the connection is closed")
    func openEnd() async throws {
        let seed = try Answer.inTurn("HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 10:45:24 UTC\r\n\r\n0123456789")
        try await ScriptedServer.run(seed) { server in
            let snapshot = try await GatewayFixture().ladder.climb(server.gateway())
            #expect(snapshot.transport?.failure == nil)
            #expect(snapshot.transport?.facts?.framing == .untilClose)
            #expect(snapshot.transport?.facts?.body == "0123456789")
            #expect(snapshot.transport?.facts?.clockSkew != nil)
            // One connection each, for none of the answers ends.
            #expect(snapshot.rpc?.failure == .notAGateway(200))
            #expect(
                await server.requests(ofConnections: 3).map { $0.prefix(12) } == [
                    "RDG_OUT_DATA", "RDG_OUT_DATA", "RPC_OUT_DATA",
                ])
        }
    }

    @Test("what is not looked at every time is asked at first, hourly, and when the status changes")
    func cadence() async throws {
        let fixture = try GatewayFixture()
        let script = try Answer.inTurn(Answer.healthy, Answer.healthy, Answer.healthy)
        let first = try await fixture.climb(script)
        #expect(first.webSocket != nil)
        let again = try await fixture.climb(script, after: first)
        #expect(again.transport != nil)
        #expect(again.webSocket == nil)
        #expect(again.rpc == nil)
        var old = first
        old.webSocket?.at = LadderFixture.now - .hours(1)
        let hourLater = try await fixture.climb(script, after: old)
        #expect(hourLater.webSocket != nil)
        #expect(hourLater.rpc == nil)
        var other = first
        other.transport?.facts?.status = 503
        let changed = try await fixture.climb(script, after: other)
        #expect(changed.webSocket != nil)
        #expect(changed.rpc != nil)
    }

    @Test("a gateway that offers HTTP/2 first is asked by HTTP/1.1, which is the only one that is offered to it")
    func applicationProtocol() async throws {
        var configuration = try ServerCertificates.modern.configuration()
        configuration.applicationProtocols = ["h2", "http/1.1"]
        let script: [ScriptedServer.Step] = try [
            .startTLS(NIOSSLContext(configuration: configuration)), .awaitBytes, .send(Array(Answer.healthy.utf8)),
            .close,
        ]
        try await ScriptedServer.run(script) { server in
            let snapshot = try await GatewayFixture().ladder.climb(server.gateway())
            #expect(snapshot.transport?.failure == nil)
            let events = await server.eventsOfOneConnection()
            #expect(events.contains(.negotiated("http/1.1")))
        }
    }
}
