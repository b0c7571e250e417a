import LabSupport
import Testing

/// tshark recorded and decoded the check of the real servers in which each gets one connection, and one more look.
@Suite("An independent decoder")
struct IndependentDecoderTests {
    /// The rows that something listens for.
    static let listening = RealServerTable.rows.filter { row in
        if case .nothing = row.software { false } else { true }
    }

    @Test("sees one connection for each pass", .timeLimit(.minutes(5)), arguments: RealServerTable.rows)
    func connections(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let address = try #require(check.running(row)).endpoint.address
        #expect(check.packets.sent(to: address).count(where: \.opens) == row.connections)
    }

    @Test(
        "reads our request as one for TLS, HYBRID and HYBRID_EX from rdptop", .timeLimit(.minutes(5)),
        arguments: listening)
    func request(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let sent = check.packets.sent(to: try #require(check.running(row)).endpoint.address)
        let requests = sent.filter { !$0["rdp.negReq.requestedProtocols"].isEmpty }
        #expect(requests.count == row.connections)
        for request in requests {
            #expect(request.number("rdp.negReq.requestedProtocols") == 0x0B)
            #expect(request.number("rdp.negReq.flags") == 0)
            #expect(request["rdp.rt_cookie"] == "Cookie: mstshash=rdptop")
            #expect(request["tcp.len"] == "44")
        }
    }

    @Test("reads the same answers", .timeLimit(.minutes(5)), arguments: listening)
    func answers(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let server = try #require(check.cycle.servers.first { $0.name == row.name })
        let received = check.packets.received(from: try #require(check.running(row)).endpoint.address)
        let selected = received.lazy.compactMap { $0.number("rdp.negReq.selectedProtocol") }.first
        #expect(selected == server.layers.x224?.selected?.first.flatMap { Self.protocols[$0] })
        let failure = received.lazy.compactMap { $0.number("rdp.negFailure.failureCode") }.first
        #expect(failure == server.layers.x224?.code)
        let hello = received.first(where: \.isServerHello)
        #expect(hello?.number("tls.handshake.ciphersuite") == server.layers.tls?.suiteNumber)
        // RFC 8446, 4.2.1: TLS 1.3 stands in an extension, older versions in the message itself.
        let version =
            hello?.number("tls.handshake.extensions.supported_version") ?? hello?.number("tls.handshake.version")
        #expect(version == server.layers.tls?.version.flatMap { Self.versions[$0] })
    }

    @Test("sees the name in our ClientHello", .timeLimit(.minutes(5)), arguments: listening)
    func serverName(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let sent = check.packets.sent(to: try #require(check.running(row)).endpoint.address)
        let names = Set(sent.map { $0["tls.handshake.extensions_server_name"] }.filter { !$0.isEmpty })
        let hasTLS = row.expected.selected != nil && row.expected.selected != "RDP"
        // xrdp that cannot use its key disconnects at once; when that overtakes our ClientHello, we send none.
        let isOvertaken = row.expected.rule == "tls-rdp-disconnect" && names.isEmpty
        #expect(names == (hasTLS && !isOvertaken ? [row.name] : []))
    }

    @Test(
        "sees that we close in order after TLS, and never reset", .timeLimit(.minutes(5)),
        arguments: RealServerTable.rows.filter { $0.expected.tls != nil })
    func closing(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let sent = check.packets.sent(to: try #require(check.running(row)).endpoint.address)
        // By port, as the kernel may have to say it twice.
        #expect(Set(sent.filter(\.finishes).map { $0["tcp.srcport"] }).count == row.connections)
        #expect(sent.count(where: \.resets) == 0)
    }

    /// requestedProtocols of MS-RDPBCGR 2.2.1.1.1.
    private static let protocols = ["RDP": 0, "TLS": 1, "HYBRID": 2, "HYBRID_EX": 8]
    private static let versions = ["TLS 1.0": 0x0301, "TLS 1.1": 0x0302, "TLS 1.2": 0x0303, "TLS 1.3": 0x0304]
}
