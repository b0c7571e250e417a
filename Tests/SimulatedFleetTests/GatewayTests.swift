import FleetModel
import Glibc
import Testing

@testable import SimulatedFleet

/// A request without credentials (MS-TSGU 3.3.5.1 and 2.1.1).
private func request(_ line: String, _ headers: String...) -> [UInt8] {
    Array(([line + " HTTP/1.1", "Host: rdgw-lab-1.demo.example"] + headers + ["", ""]).joined(separator: "\r\n").utf8)
}

private let transport = request("RDG_OUT_DATA /remoteDesktopGateway/", "Content-Length: 0")
private let webSocket = request("RDG_OUT_DATA /remoteDesktopGateway/", "Connection: Upgrade", "Upgrade: websocket")
private let rpc = request("RPC_OUT_DATA /rpc/rpcproxy.dll?localhost:3388", "Content-Length: 0")

private func lines(_ lines: String...) -> String { lines.joined(separator: "\r\n") }

private let unauthorized = lines(
    "HTTP/1.1 401 Unauthorized", "Content-Type: text/plain", "Server: Microsoft-HTTPAPI/2.0",
    "WWW-Authenticate: Negotiate", "WWW-Authenticate: NTLM", "Date: Mon, 01 Jun 2026 12:00:00 GMT",
    "Content-Length: 16", "", "401 Unauthorized")
private let unavailable = lines(
    "HTTP/1.1 503 Service Unavailable", "Content-Type: text/html; charset=us-ascii", "Server: Microsoft-HTTPAPI/2.0",
    "Retry-After: 5", "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 54", "",
    "<HTML><BODY><h2>Service Unavailable</h2></BODY></HTML>")
private let notFound = lines(
    "HTTP/1.1 404 Not Found", "Content-Type: text/html; charset=us-ascii", "Server: Microsoft-HTTPAPI/2.0",
    "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 81", "",
    "<HTML><HEAD><TITLE>Not Found</TITLE></HEAD><BODY><h2>Not Found</h2></BODY></HTML>")
private let toMail = lines(
    "HTTP/1.1 302 Found", "Location: https://mail.demo.example/owa/", "Server: Microsoft-IIS/10.0",
    "X-FEServer: MAIL01", "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 0", "", "")
private let proxyWantsCredentials = lines(
    "HTTP/1.1 407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"",
    "Via: 1.1 proxy.demo.example (squid)", "Content-Type: text/html", "Date: Mon, 01 Jun 2026 12:00:00 GMT",
    "Content-Length: 47", "", "<html><title>Cache Access Denied</title></html>")
private let rejected = lines(
    "HTTP/1.1 403 Forbidden", "Content-Type: text/html", "Via: 1.1 waf.demo.example", "X-Cache: MISS",
    "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 67", "",
    "<html><body><h1>Request rejected</h1>Support ID: 4711</body></html>")
private let badRequest = lines(
    "HTTP/1.1 400 Bad Request", "Server: lb", "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 0", "", "")
private let foreign = lines(
    "HTTP/1.1 401 Unauthorized", "Server: portal", "WWW-Authenticate: Bearer",
    "WWW-Authenticate: Basic realm=\"portal\"", "Date: Mon, 01 Jun 2026 12:00:00 GMT", "Content-Length: 0", "", "")
private let intercepted = unauthorized.replacing(
    "NTLM\r\n", with: "NTLM\r\nVia: 1.1 inspect.demo.example\r\n")

/// What a gateway answers to the three requests, one after the other on one connection.
struct GatewayCase: Sendable, CustomTestStringConvertible {
    let scenario: GatewayScenario
    let answers: [String]

    var testDescription: String { scenario.id.text }
}

private let cases = [
    GatewayCase(scenario: .gatewayHealthy, answers: [unauthorized, unauthorized, unauthorized]),
    GatewayCase(scenario: .gatewayBackendDown, answers: [unavailable, unavailable, unavailable]),
    GatewayCase(scenario: .gatewayWithoutRole, answers: [notFound, notFound, notFound]),
    GatewayCase(scenario: .gatewayExchange, answers: [toMail, toMail, unauthorized]),
    GatewayCase(
        scenario: .gatewayProxyAuthentication,
        answers: [proxyWantsCredentials, proxyWantsCredentials, proxyWantsCredentials]),
    GatewayCase(scenario: .gatewayProxyForbids, answers: [rejected, rejected, rejected]),
    GatewayCase(scenario: .gatewayWebSocketRefused, answers: [unauthorized, badRequest, unauthorized]),
    GatewayCase(scenario: .gatewayForeignAuthentication, answers: [foreign, foreign, foreign]),
    GatewayCase(scenario: .gatewayIntercepted, answers: [intercepted, intercepted, intercepted]),
    GatewayCase(scenario: .gatewayCertificateExpired, answers: [unauthorized, unauthorized, unauthorized]),
    GatewayCase(scenario: .gatewayDTLSSilent, answers: [unauthorized, unauthorized, unauthorized]),
    GatewayCase(scenario: .gatewayDTLSOtherCertificate, answers: [unauthorized, unauthorized, unauthorized]),
]

@Suite struct GatewayTests {
    @Test("each request gets the answer of the scenario, and the connection stays", arguments: cases)
    func answers(_ expected: GatewayCase) async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withGateway(expected.scenario, now: june, book: book) { endpoint, gateway in
            #expect(gateway.host == "rdgw-lab-1.demo.example")
            let all = expected.answers.joined()
            let talk = try await TLSConversation.hold(
                with: endpoint, [transport, webSocket, rpc], expecting: all.utf8.count)
            #expect(talk.text == all)
            #expect(talk.ending == .open)
        }
        #expect(book.visits.connections == 1)
        #expect(
            book.visits.questions == [
                .http(method: "RDG_OUT_DATA", target: "/remoteDesktopGateway/", asksForUpgrade: false),
                .http(method: "RDG_OUT_DATA", target: "/remoteDesktopGateway/", asksForUpgrade: true),
                .http(method: "RPC_OUT_DATA", target: "/rpc/rpcproxy.dll?localhost:3388", asksForUpgrade: false),
            ])
        #expect(book.visits.faults.isEmpty)
    }

    @Test("every other path is unknown", arguments: ["GET /", "RDG_OUT_DATA /other/", "GET /remoteDesktopGateway/"])
    func otherPaths(_ line: String) async throws {
        try await SimulatedFleet.withGateway(.gatewayHealthy, now: june) { endpoint, _ in
            let talk = try await TLSConversation.hold(with: endpoint, [request(line)], expecting: notFound.utf8.count)
            #expect(talk.text == notFound)
        }
    }

    @Test func anOpenEndedAnswerHasNoLengthAndStaysOpen() async throws {
        try await SimulatedFleet.withGateway(.gatewayOpenEnded) { endpoint, _ in
            let talk = try await TLSConversation.hold(with: endpoint, [transport], expecting: .max, patience: 300)
            let head = "HTTP/1.1 200 OK\r\nServer: Microsoft-HTTPAPI/2.0\r\nConnection: close\r\n\r\n"
            #expect(talk.bytes == Array(head.utf8) + bytes("ab cd ab cd ab cd ab cd ab cd"))
            #expect(talk.ending == .open)
        }
    }

    @Test(
        "a flood begins like an answer and goes on",
        arguments: [
            (.gatewayHeaderFlood, "HTTP/1.1 401 Unauthorized\r\nX-Filler: 0123456789abcdef0123456789abcdef\r\nX-Fil"),
            (
                .gatewayEndlessBody,
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n20\r\n0123456789abcdef0123456789abcdef\r\n20\r\n0123"
            ),
        ] as [(GatewayScenario, String)])
    func floods(_ scenario: GatewayScenario, _ start: String) async throws {
        try await SimulatedFleet.withGateway(scenario) { endpoint, _ in
            let talk = try await TLSConversation.hold(
                with: endpoint, [transport], expecting: 5_000_000, patience: 60_000)
            #expect(talk.text.hasPrefix(start))
            #expect(talk.bytes.count >= 5_000_000)
        }
    }

    @Test func theSlowOneAnswersAfterHalfASecond() async throws {
        try await SimulatedFleet.withGateway(.gatewaySlow, now: june) { endpoint, _ in
            let clock = ContinuousClock()
            let began = clock.now
            let talk = try await TLSConversation.hold(
                with: endpoint, [transport], expecting: unauthorized.utf8.count)
            #expect(talk.text == unauthorized)
            #expect(began.duration(to: clock.now) >= .milliseconds(499))
        }
    }

    @Test func nothingListensWhenRefused() async throws {
        try await SimulatedFleet.withGateway(.gatewayRefused) { endpoint, gateway in
            #expect(throws: LoopbackClient.Failure(code: ECONNREFUSED)) { _ = try LoopbackClient(to: endpoint) }
            let port = try #require(gateway.datagramPort)
            let client = try LoopbackClient(
                to: SocketEndpoint(address: endpoint.address, port: port), over: SOCK_DGRAM)
            client.send([0])
            #expect(client.read(1) == LoopbackClient.Reading(bytes: [], ending: .reset))
        }
    }

    @Test(
        "credentials of any kind are a fault",
        arguments: ["Authorization: NTLM TlRMTVNTUAAB", "proxy-authorization: x"])
    func faults(_ header: String) async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withGateway(.gatewayHealthy, now: june, book: book) { endpoint, _ in
            let sent = request("RDG_OUT_DATA /remoteDesktopGateway/", header)
            _ = try await TLSConversation.hold(with: endpoint, [sent], expecting: unauthorized.utf8.count)
        }
        #expect(book.visits.faults == ["RDG_OUT_DATA with an Authorization header"])
    }

    @Test(
        "bytes that are no request close the connection",
        arguments: [
            Array("\r\n\r\n".utf8), Array("GET / HTTP/2.0\r\n\r\n".utf8), [UInt8](repeating: 0x61, count: 20_000),
        ])
    func closes(_ sent: [UInt8]) async throws {
        try await SimulatedFleet.withGateway(.gatewayHealthy) { endpoint, _ in
            let talk = try await TLSConversation.hold(with: endpoint, [sent], expecting: 1)
            #expect(talk.bytes.isEmpty)
            #expect(talk.ending == .closed)
        }
    }

    @Test func aRequestThatComesInPiecesIsReadWhole() {
        for length in 0..<transport.count {
            #expect(RequestHead.read(Array(transport.prefix(length))) == .incomplete)
        }
        let head = RequestHead(
            method: "RDG_OUT_DATA", target: "/remoteDesktopGateway/",
            headers: [("host", "rdgw-lab-1.demo.example"), ("content-length", "0")])
        #expect(RequestHead.read(transport + rpc) == .whole(head, length: transport.count))
    }
}

/// A ClientHello of DTLS 1.0 (RFC 6347, 4.2.1): message and record number, cookie, ECDHE and RSA suites.
private func clientHello(number: UInt8, cookie: [UInt8], suites: String = "c0 14 c0 13 00 35 00 2f 00 0a") -> [UInt8] {
    let random = [UInt8](repeating: 9, count: 32)
    let offered = bytes(suites)
    let body =
        bytes("fe ff") + random + [0, UInt8(cookie.count)] + cookie + [0, UInt8(offered.count)] + offered + [1, 0]
    let length = [0, 0, UInt8(body.count)]
    let message = [1] + length + [0, number, 0, 0, 0] + length + body
    return bytes("16 fe ff 00 00 00 00 00 00 00") + [number, 0, UInt8(message.count)] + message
}

private let cookie = [UInt8](repeating: 0xC5, count: 20)

@Suite struct GatewayDatagramTests {
    @Test func aClientHelloIsAnsweredByTheCookieAndThenByTheCertificate() async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withGateway(.gatewayHealthy, book: book) { endpoint, gateway in
            let client = try dtlsClient(endpoint, gateway)
            client.send(clientHello(number: 0, cookie: []))
            // HelloVerifyRequest (RFC 6347, 4.2.1).
            let demand =
                "16 fe ff 00 00 00 00 00 00 00 00 00 23 03 00 00 17 00 00 00 00 00 00 00 17 fe ff 14 " + text(cookie)
            #expect(text(client.readDatagram()) == demand)

            client.send(clientHello(number: 1, cookie: cookie))
            // ServerHello: ECDHE_RSA_WITH_AES_256_CBC_SHA.
            let hello = text(client.readDatagram())
            #expect(
                hello.hasPrefix("16 fe ff 00 00 00 00 00 00 00 01 00 32 02 00 00 26 00 01 00 00 00 00 00 26 fe ff 5a"))
            #expect(hello.hasSuffix("5a 00 c0 14 00"))
            // Certificate, in one or more fragments of message 2.
            var certificate: [UInt8] = []
            var length = Int.max
            while certificate.count < length {
                let datagram = client.readDatagram()
                try #require(datagram.count > 25 && datagram[13] == 11 && datagram[18] == 2)
                length = datagram[14...16].reduce(0) { $0 << 8 | Int($1) }
                #expect(datagram[19...21].reduce(0) { $0 << 8 | Int($1) } == certificate.count)
                certificate += datagram[25...]
            }
            #expect(text(certificate).contains(text("rdgw-lab-1.demo.example".utf8)))
            #expect(client.readDatagram(patience: 100).isEmpty)
        }
        #expect(book.visits.questions == [.datagramHello, .datagramHello])
    }

    @Test func theOtherCertificateIsForAnotherName() async throws {
        try await SimulatedFleet.withGateway(.gatewayDTLSOtherCertificate) { endpoint, gateway in
            let client = try dtlsClient(endpoint, gateway)
            client.send(clientHello(number: 1, cookie: cookie))
            _ = client.readDatagram()
            let certificate = text(client.readDatagram())
            #expect(certificate.contains(text("old-gateway.demo.example".utf8)))
            #expect(!certificate.contains(text("rdgw-lab-1.demo.example".utf8)))
        }
    }

    @Test func anOfferWithoutAnythingInCommonIsAnsweredByAnAlert() async throws {
        try await SimulatedFleet.withGateway(.gatewayHealthy) { endpoint, gateway in
            let client = try dtlsClient(endpoint, gateway)
            client.send(clientHello(number: 1, cookie: cookie, suites: "00 05"))
            // A fatal alert, handshake_failure.
            #expect(text(client.readDatagram()).hasSuffix(" 00 02 02 28"))
        }
    }

    @Test func silenceAndOtherBytesAreNotAnswered() async throws {
        for (scenario, sent) in [
            (GatewayScenario.gatewayDTLSSilent, clientHello(number: 0, cookie: [])), (.gatewayHealthy, [0x16, 0xFE]),
        ] {
            try await SimulatedFleet.withGateway(scenario) { endpoint, gateway in
                let client = try dtlsClient(endpoint, gateway)
                client.send(sent)
                #expect(client.read(1, patience: 150) == LoopbackClient.Reading(bytes: [], ending: .open))
            }
        }
    }

    private func dtlsClient(_ endpoint: SocketEndpoint, _ gateway: Gateway) throws -> LoopbackClient {
        let port = try #require(gateway.datagramPort)
        return try LoopbackClient(to: SocketEndpoint(address: endpoint.address, port: port), over: SOCK_DGRAM)
    }
}
