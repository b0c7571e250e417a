import LabSupport
import Testing

@Suite("Servers that are not RDP servers")
struct OtherServersTests {
    @Test("nginx answers an X.224 request with HTTP, and is gone once stopped")
    func httpOnTheRDPPort() async throws {
        let server = try await NginxOnRDPPort.start()
        let connection = try await LoopbackSocket.connect(to: server.endpoint)
        try connection.send(LiteralNegotiation.request(mask: 0x0B))
        connection.finish()
        let answer = String(decoding: try await connection.receiveUntilClosed(), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        await server.stop()
        #expect(isGone(server.process))
    }

    @Test("nginx with a certificate answers a ClientHello with TLS")
    func tlsOnTheRDPPort() async throws {
        let certificate = try await LabAuthority.shared.certificate(.valid(for: "web.lab.test"))
        let server = try await NginxOnRDPPort.start(certificate: certificate)
        let connection = try await LoopbackSocket.connect(to: server.endpoint)
        try connection.send(clientHello)
        #expect(hex(try await connection.receive(count: 3)) == "16 03 03")
        await server.stop()
    }

    @Test("dnsmasq knows its records and no others")
    func resolver() async throws {
        let server = try await DNSMasq.start([
            .addresses("ts01.lab.test", ["127.0.10.2"]), .alias("rds.lab.test", of: "ts01.lab.test"),
            .noAddress("empty.lab.test"),
        ])
        let known = try await ask("ts01", server.endpoint)
        #expect(known.responseCode == 0)
        // The last four bytes of the last record are the address (RFC 1035, 3.4.1).
        #expect(known.answers == 1 && known.bytes.suffix(4) == [127, 0, 10, 2])
        #expect(try await ask("rds", server.endpoint).answers == 2)
        let empty = try await ask("empty", server.endpoint)
        #expect(empty.responseCode == 0 && empty.answers == 0)
        #expect(try await ask("absent", server.endpoint).responseCode == 3)
        await server.stop()
        #expect(isGone(server.process))
    }

    @Test("dnsdist spoils the names it is told to and passes the others on")
    func faultyResolver() async throws {
        let server = try await FaultyResolver.start(
            [
                .serverFailure("broken.lab.test"), .refused("refused.lab.test"), .truncated("long.lab.test"),
                .silence("lost.lab.test"), .delay("late.lab.test", milliseconds: 300),
            ],
            records: ["good", "long", "late"].map { .addresses("\($0).lab.test", ["127.0.10.2"]) }
        )
        #expect(try await ask("good", server.endpoint).answers == 1)
        #expect(try await ask("broken", server.endpoint).responseCode == 2)
        #expect(try await ask("refused", server.endpoint).responseCode == 5)
        #expect(try await ask("long", server.endpoint).isTruncated)
        let start = ContinuousClock.now
        #expect(try await ask("late", server.endpoint).answers == 1)
        #expect(ContinuousClock.now - start >= .milliseconds(290))
        await #expect(throws: LabError.self) { try await ask("lost", server.endpoint, within: .milliseconds(200)) }
        await server.stop()
        #expect(isGone(server.process))
    }

    private struct Reply {
        let bytes: [UInt8]
        var responseCode: UInt8 { bytes[3] & 0x0F }
        var isTruncated: Bool { bytes[2] & 0x02 != 0 }
        var answers: Int { Int(bytes[6]) << 8 | Int(bytes[7]) }
    }

    /// Asks for the A record of a label below lab.test, by UDP (RFC 1035, 4.1).
    private func ask(_ label: String, _ endpoint: LoopbackEndpoint, within limit: Duration = .patience) async throws
        -> Reply
    {
        let connection = try await LoopbackSocket.connect(to: endpoint, .datagram)
        // Id 1, recursion desired, one question; then type A, class IN.
        let header: [UInt8] = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
        let name = [label, "lab", "test"].flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        try connection.send(header + name + [0, 0, 1, 0, 1])
        let bytes = try await connection.receiveSome(within: limit)
        try #require(bytes.count >= 12)
        return Reply(bytes: bytes)
    }
}
